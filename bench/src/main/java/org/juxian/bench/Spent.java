package org.juxian.bench;

/** What processors spent on so many requests: other work on the machine hardly touches it. */
record Spent(Cpu cpu, int requests) {

  static final Spent NOTHING = new Spent(Cpu.NONE, 0);

  Spent plus(Cpu more, int moreRequests) {
    return new Spent(cpu.plus(more), requests + moreRequests);
  }

  /** Microseconds for each request, of all processes together. */
  double each() {
    return cpu.ofPlatform().plus(cpu.callers()).toNanos() / 1000.0 / Math.max(1, requests);
  }

  @Override
  public String toString() {
    return "%,.0f: %s".formatted(each(), cpu.each(requests));
  }
}
