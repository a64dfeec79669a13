package org.juxian.bench;

/**
 * Five thousand people, each of whom registers once.
 *
 * @param events at so many events, to which the people are spread evenly
 * @param capacity of each event
 */
record Scenario(String title, int events, int capacity) {

  static final int PEOPLE = 5_000;

  /** A place for everybody. */
  static final Scenario REGISTRATIONS = new Scenario("a place for each of 5,000", 1, PEOPLE);

  /** The rush. */
  static final Scenario RUSH = new Scenario("5,000 people, 1,000 places", 1, 1_000);

  /** The same at many events. */
  static final Scenario MANY_EVENTS =
      new Scenario("5,000 people, 1,000 places at 200 events", 200, 5);

  int places() {
    return Math.min(PEOPLE, events * capacity);
  }
}
