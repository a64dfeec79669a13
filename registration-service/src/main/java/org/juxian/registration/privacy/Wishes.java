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
  private final Retention.Periods periods;

  Wishes(WishStore store, Ids ids, InstantSource clock, Retention.Periods periods) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.periods = periods;
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

  /** Until when what services exported for it is kept, at least; never more is promised. */
  public Optional<Instant> keptUntil(Wish wish) {
    return wish.kind() == Wish.Kind.EXPORT
        ? Optional.of(wish.at().plus(periods.exports()))
        : Optional.empty();
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
