package org.juxian.event;

/** What became of a wish to change an event. */
public sealed interface Decision {

  /** The event as it is from now on, and what others are told. */
  record Accepted(PublicEvent event, Announcement announcement) implements Decision {}

  /** It stays as it was. */
  record Refused(Refusal why) implements Decision {}
}
