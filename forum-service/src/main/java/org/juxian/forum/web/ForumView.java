package org.juxian.forum.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.EventView;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Room;
import org.juxian.forum.planning.KeptForum;

/**
 * A forum.
 *
 * @param rooms of the released agenda; for its organisers those of the draft
 * @param unreleasedChanges for its organisers only: whether the draft of the agenda differs from
 *     what people see
 */
record ForumView(
    @JsonUnwrapped EventView event, List<Room> rooms, @Nullable Boolean unreleasedChanges) {

  /** As its organisers see it. */
  static ForumView forOrganisers(KeptForum kept) {
    Forum forum = kept.forum();
    return new ForumView(event(kept), forum.draft().rooms(), forum.hasUnreleasedChanges());
  }

  /** As everyone sees it. */
  static ForumView forAll(KeptForum kept) {
    return new ForumView(event(kept), kept.forum().publicAgenda().rooms(), null);
  }

  private static EventView event(KeptForum kept) {
    return EventView.of(kept.id(), kept.version(), kept.forum().event());
  }
}
