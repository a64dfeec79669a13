package org.juxian.forum.programme;

import java.util.OptionalLong;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.planning.ForumChanges;
import org.juxian.forum.planning.Outcome;
import org.springframework.stereotype.Component;

/** An organiser gives a session of the draft another form. */
@Component
public class ChangeSession {

  private final ForumChanges changes;

  ChangeSession(ForumChanges changes) {
    this.changes = changes;
  }

  /** Replaces the session of the same id in what the organiser saw as {@code version}. */
  public Outcome change(String forumId, long version, Session session) {
    return changes.change(
        forumId, OptionalLong.of(version), (forum, now) -> forum.change(session, now));
  }
}
