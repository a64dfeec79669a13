package org.juxian.gateway.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests in such a time, spread evenly, all at once if none were made before.
 *
 * @param amount of requests
 * @param time in which as many are allowed again
 */
record Allowance(long amount, Duration time) {

  Allowance {
    if (amount < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("Not a limit: " + amount + " in " + time);
    }
  }

  /**
   * Reads {@code 600/10m}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Allowance parse(@Nullable String text) {
    String[] parts = text == null ? new String[0] : text.strip().split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Not a limit, such as 600/10m: " + text);
    }
    return new Allowance(
        Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
  }

  Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(amount).refillGreedy(amount, time))
        .build();
  }
}
