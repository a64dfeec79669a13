package org.juxian.forum.planning;

import org.juxian.forum.agenda.ForumRefusal;

/** What a use case did. */
public sealed interface Outcome {

  /** The forum as it is now. */
  record Done(KeptForum kept) implements Outcome {}

  /** Nothing, and why. */
  record Refused(ForumRefusal why) implements Outcome {}
}
