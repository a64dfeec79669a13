package org.juxian.forum.agenda;

import org.juxian.event.Refusal;

/** Why a forum and its agenda stay as they are. */
public sealed interface ForumRefusal {

  /** A rule for every kind of event, or a fault in the request. */
  record Event(Refusal why) implements ForumRefusal {}

  /** Somebody else changed it since the caller looked. */
  record Stale() implements ForumRefusal {}

  /** There is no such forum, or no such session at it. */
  record Unknown() implements ForumRefusal {}

  /** A room or a speaker would be needed twice at a time. */
  record Clashing(Clash clash) implements ForumRefusal {}

  /** A room in which a session takes place would disappear. */
  record RoomInUse(Room room, Session session) implements ForumRefusal {}
}
