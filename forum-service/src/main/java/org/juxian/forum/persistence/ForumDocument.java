package org.juxian.forum.persistence;

import org.jspecify.annotations.Nullable;
import org.juxian.event.PublicEvent;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;

/**
 * A forum as it is stored, with both agendas, so that one guarded write decides who speaks where
 * and when. Public for the driver's record codec.
 */
public record ForumDocument(PublicEvent event, Agenda draft, @Nullable Agenda released) {

  static ForumDocument of(Forum forum) {
    return new ForumDocument(forum.event(), forum.draft(), forum.released());
  }

  Forum forum() {
    return new Forum(event, draft, released);
  }
}
