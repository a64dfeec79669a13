package org.juxian.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what each caller asks for. The memory that it takes is bounded: those not seen for longest
 * are forgotten first.
 */
final class Limits {

  private static final long MOST_CALLERS = 50_000;
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);

  /** One caller under one limit. */
  private record Key(Limit limit, String caller) {}

  /**
   * What became of a request.
   *
   * @param allowed whether it may go on
   * @param limit which limit said so
   * @param left how many more may follow at once
   * @param pause until the next one may, if this one may not
   */
  record Verdict(boolean allowed, Limit limit, long left, Duration pause) {}

  private final Map<Limit, Allowance> allowances = new EnumMap<>(Limit.class);
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_CALLERS).expireAfterAccess(FORGOTTEN).build();

  Limits(LimitSettings settings) {
    for (Limit limit : Limit.values()) {
      allowances.put(limit, Allowance.parse(settings.limits().get(limit)));
    }
  }

  Allowance of(Limit limit) {
    Allowance allowance = allowances.get(limit);
    if (allowance == null) {
      throw new IllegalStateException(limit.slug());
    }
    return allowance;
  }

  /** Counts one request of the caller. */
  Verdict take(Limit limit, String caller) {
    Bucket bucket = buckets.get(new Key(limit, caller), key -> of(limit).bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Verdict(
        probe.isConsumed(),
        limit,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}
