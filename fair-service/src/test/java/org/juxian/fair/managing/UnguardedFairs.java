package org.juxian.fair.managing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.juxian.event.ListedEvent;
import org.juxian.fair.booth.Fair;
import org.juxian.platform.messaging.Outgoing;

/** Fairs that are written over whatever is there: what the guard of the revision prevents. */
record UnguardedFairs(Fairs real) implements Fairs {

  @Override
  public synchronized boolean replace(KeptFair before, Fair after, List<Outgoing> messages) {
    return real.replace(real.find(before.id()).orElseThrow(), after, messages);
  }

  @Override
  public Optional<KeptFair> find(String id) {
    return real.find(id);
  }

  @Override
  public List<KeptFair> findAll(Collection<String> ids) {
    return real.findAll(ids);
  }

  @Override
  public List<KeptFair> withGuest(String personId) {
    return real.withGuest(personId);
  }

  @Override
  public KeptFair add(String id, Fair fair, List<Outgoing> messages) {
    return real.add(id, fair, messages);
  }

  @Override
  public List<ListedEvent> list(
      Optional<Set<String>> organisations, Optional<String> after, int limit) {
    return real.list(organisations, after, limit);
  }
}
