package org.juxian.forum.planning;

import java.util.OptionalLong;
import org.juxian.forum.agenda.Forum;
import org.springframework.stereotype.Component;

/** An organiser opens a forum to the public, or releases its agenda anew. */
@Component
public class PublishForum {

  private final ForumChanges changes;

  PublishForum(ForumChanges changes) {
    this.changes = changes;
  }

  /**
   * Publishes it.
   *
   * @param version what the organiser saw, if they say
   */
  public Outcome publish(String forumId, OptionalLong version) {
    return changes.change(forumId, version, Forum::publish);
  }
}
