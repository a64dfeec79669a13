package org.juxian.forum.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.ListedEvent;
import org.juxian.forum.agenda.Forum;
import org.juxian.platform.messaging.Outgoing;

/** Forums that are written over whatever is there: what the guard of the version prevents. */
record UnguardedForums(Forums real) implements Forums {

  @Override
  public synchronized boolean replace(KeptForum before, Forum after, List<Outgoing> messages) {
    return real.replace(real.find(before.id()).orElseThrow(), after, messages);
  }

  @Override
  public Optional<KeptForum> find(String id) {
    return real.find(id);
  }

  @Override
  public KeptForum add(String id, Forum forum, List<Outgoing> messages) {
    return real.add(id, forum, messages);
  }

  @Override
  public List<ListedEvent> list(
      Optional<Set<String>> organisations, Optional<String> after, int limit) {
    return real.list(organisations, after, limit);
  }
}
