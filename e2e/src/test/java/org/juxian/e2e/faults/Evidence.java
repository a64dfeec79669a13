package org.juxian.e2e.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be known from outside, when all is over.
 *
 * @param events what people registered for
 * @param told what callers were told, each once, in the end
 * @param stored what the organiser sees
 * @param notices what notification-service says of its messages
 * @param inbox what phones and mailboxes got
 * @param kills how often notification-service was killed
 */
record Evidence(
    List<Event> events,
    List<Told> told,
    List<Stored> stored,
    List<Notice> notices,
    List<Arrived> inbox,
    int kills) {

  /** An event with its one ticket type. */
  record Event(String id, String ticketTypeId, int capacity) {}

  /**
   * What somebody was told in the end.
   *
   * @param registrationId theirs, or empty where they were told that the event is full
   */
  record Told(String eventId, String address, String registrationId) {}

  /** A registration as it is stored. */
  record Stored(String eventId, String id, String name, String ticketNumber, String status) {}

  /**
   * A message to a person as notification-service shows it.
   *
   * @param text has the registration's address in it, as {@link Arrived#text} does
   */
  record Notice(String channel, String status, int attempts, String text) {

    boolean isAbout(String registrationId) {
      return text.contains("/tickets/" + registrationId);
    }
  }

  /** A message that arrived. */
  record Arrived(String channel, String to, String text) {

    boolean isAbout(String registrationId) {
      return text.contains("/tickets/" + registrationId);
    }
  }

  /** The same as if one registration had got lost. */
  Evidence withoutOneStored() {
    return new Evidence(events, told, stored.subList(1, stored.size()), notices, inbox, kills);
  }

  /** The same as if one message had arrived thrice. */
  Evidence withOneArrivedThrice() {
    List<Arrived> more = new ArrayList<>(inbox);
    more.addAll(List.of(inbox.getFirst(), inbox.getFirst()));
    return new Evidence(events, told, stored, notices, more, kills);
  }

  /** The same as if nothing had arrived of what was sent. */
  Evidence withNothingArrived() {
    return new Evidence(events, told, stored, notices, List.of(), kills);
  }
}
