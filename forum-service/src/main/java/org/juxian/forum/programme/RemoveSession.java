package org.juxian.forum.programme;

import java.util.OptionalLong;
import org.juxian.forum.planning.ForumChanges;
import org.juxian.forum.planning.Outcome;
import org.springframework.stereotype.Component;

/** An organiser takes a session out of the draft of the agenda. */
@Component
public class RemoveSession {

  private final ForumChanges changes;

  RemoveSession(ForumChanges changes) {
    this.changes = changes;
  }

  /** Removes it from what the organiser saw as {@code version}. */
  public Outcome remove(String forumId, long version, String sessionId) {
    return changes.change(
        forumId, OptionalLong.of(version), (forum, now) -> forum.remove(sessionId, now));
  }
}
