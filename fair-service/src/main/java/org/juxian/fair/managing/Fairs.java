package org.juxian.fair.managing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.EventPages;
import org.juxian.event.ListedEvent;
import org.juxian.fair.booth.Fair;
import org.juxian.platform.messaging.Outgoing;

/** Where fairs are kept. */
public interface Fairs {

  Optional<KeptFair> find(String id);

  /** Those of them that are there, in any order. */
  List<KeptFair> findAll(Collection<String> ids);

  /** Those at which this person has, or had, an interview. */
  List<KeptFair> withGuest(String personId);

  /** Keeps a new fair and the messages that tell of it, in one write. */
  KeptFair add(String id, Fair fair, List<Outgoing> messages);

  /**
   * Keeps the next state of a fair and the messages that tell of it, in one write, unless somebody
   * wrote since {@code before} was read.
   *
   * @return whether it did
   */
  boolean replace(KeptFair before, Fair after, List<Outgoing> messages);

  /**
   * Fairs of these organisations, the newest first.
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
