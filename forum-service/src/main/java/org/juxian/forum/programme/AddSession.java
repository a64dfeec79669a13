package org.juxian.forum.programme;

import java.util.OptionalLong;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.planning.ForumChanges;
import org.juxian.forum.planning.Outcome;
import org.springframework.stereotype.Component;

/** An organiser puts a session into the draft of the agenda. */
@Component
public class AddSession {

  private final ForumChanges changes;

  AddSession(ForumChanges changes) {
    this.changes = changes;
  }

  /** Adds it to what the organiser saw as {@code version}. */
  public Outcome add(String forumId, long version, Session session) {
    return changes.change(
        forumId, OptionalLong.of(version), (forum, now) -> forum.add(session, now));
  }
}
