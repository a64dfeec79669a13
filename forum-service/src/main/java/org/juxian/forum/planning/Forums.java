package org.juxian.forum.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.EventPages;
import org.juxian.event.ListedEvent;
import org.juxian.forum.agenda.Forum;
import org.juxian.platform.messaging.Outgoing;

/** Where forums are kept. */
public interface Forums {

  Optional<KeptForum> find(String id);

  /** Keeps a new forum and the messages that tell of it, in one write. */
  KeptForum add(String id, Forum forum, List<Outgoing> messages);

  /**
   * Keeps the next state of a forum and the messages that tell of it, in one write, unless somebody
   * wrote since {@code before} was read.
   *
   * @return whether it did
   */
  boolean replace(KeptForum before, Forum after, List<Outgoing> messages);

  /**
   * Forums of these organisations, the newest first.
   *
   * @param organisations empty for all organisations
   * @param after behind which id to go on
   * @param limit at most so many
   */
  List<ListedEvent> list(Optional<Set<String>> organisations, Optional<String> after, int limit);

  /** All of them. */
  default EventPages all() {
    return (after, limit) -> list(Optional.empty(), after, limit);
  }
}
