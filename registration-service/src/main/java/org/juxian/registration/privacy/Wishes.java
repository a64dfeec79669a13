package org.juxian.registration.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.messaging.PrivacyMessages;
import org.juxian.registration.persistence.WishStore;
import org.springframework.stereotype.Service;

/** Takes what people ask of their own data, asks every service, and gathers the answers. */
@Service
public class Wishes {

  private final WishStore store;
  private final Ids ids;
  private final InstantSource clock;

  Wishes(WishStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** The person wants this of every service. */
  public Wish ask(String personId, Wish.Kind kind) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Wish wish = new Wish(ids.next(), 1, personId, kind, now, Map.of());
    store.add(wish, List.of(PrivacyMessages.requested(wish)));
    return wish;
  }

  public Optional<Wish> find(String id) {
    return store.find(id);
  }

  /** A person's wishes, newest first. */
  public List<Wish> of(String personId, int limit) {
    return store.of(personId, limit);
  }

  /** What services exported, as JSON by service. */
  public Map<String, String> exported(String wishId) {
    return store.exported(wishId);
  }

  /** A service has done its part. May be told twice. */
  public void answered(String wishId, String service, @Nullable String json) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (json != null) {
      store.keep(wishId, service, json, now);
    }
    store.answered(wishId, service, now);
  }
}
