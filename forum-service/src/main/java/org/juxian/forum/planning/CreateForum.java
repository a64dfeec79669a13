package org.juxian.forum.planning;

import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.ForumDecision;
import org.juxian.forum.agenda.Room;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/** An organiser drafts a forum. */
@Component
public class CreateForum {

  private final Forums forums;
  private final Ids ids;

  CreateForum(Forums forums, Ids ids) {
    this.forums = forums;
    this.ids = ids;
  }

  /** Keeps a new draft, which nobody is told of. */
  public Outcome create(EventDetails details, List<Room> rooms) {
    return switch (Forum.draft(details, rooms)) {
      case ForumDecision.Refused(var why) -> new Outcome.Refused(why);
      case ForumDecision.Accepted(var forum, _) ->
          new Outcome.Done(forums.add(ids.next(), forum, List.of()));
    };
  }
}
