package org.juxian.forum.planning;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.springframework.stereotype.Component;

/** An organiser calls a forum off. */
@Component
public class CancelForum {

  private final ForumChanges changes;

  CancelForum(ForumChanges changes) {
    this.changes = changes;
  }

  /**
   * Cancels it.
   *
   * @param version what the organiser saw, if they say
   * @param reason what people are told
   */
  public Outcome cancel(String forumId, OptionalLong version, @Nullable Text reason) {
    return changes.change(forumId, version, (forum, now) -> forum.cancel(reason, now));
  }
}
