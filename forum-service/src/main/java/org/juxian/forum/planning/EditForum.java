package org.juxian.forum.planning;

import java.util.List;
import java.util.OptionalLong;
import org.juxian.event.EventDetails;
import org.juxian.forum.agenda.Room;
import org.springframework.stereotype.Component;

/** An organiser gives a forum other details and rooms. */
@Component
public class EditForum {

  private final ForumChanges changes;

  EditForum(ForumChanges changes) {
    this.changes = changes;
  }

  /**
   * Changes what the organiser saw as {@code version}; if it is published, people are told of
   * details at once.
   */
  public Outcome edit(String forumId, long version, EventDetails details, List<Room> rooms) {
    return changes.change(
        forumId, OptionalLong.of(version), (forum, now) -> forum.edit(details, rooms, now));
  }
}
