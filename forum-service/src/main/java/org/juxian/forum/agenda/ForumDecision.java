package org.juxian.forum.agenda;

import org.juxian.event.Announcement;

/** What became of a wish to change a forum. */
public sealed interface ForumDecision {

  /** The forum as it is from now on, and what people are told. */
  record Accepted(Forum forum, Announcement announcement) implements ForumDecision {}

  /** It stays as it was. */
  record Refused(ForumRefusal why) implements ForumDecision {}
}
