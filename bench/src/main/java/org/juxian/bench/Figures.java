package org.juxian.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What a run of requests came to: how long each took, and all of them together. */
final class Figures {

  private final long[] latencies;
  private final Duration took;

  private Figures(long[] latencies, Duration took) {
    this.latencies = latencies;
    this.took = took;
    Arrays.sort(latencies);
  }

  /**
   * Of one run.
   *
   * @param latencies of each request, in nanoseconds
   * @param took from the first request to the last answer
   */
  static Figures of(LongStream latencies, Duration took) {
    return new Figures(latencies.toArray(), took);
  }

  int count() {
    return latencies.length;
  }

  double perSecond() {
    return latencies.length / (took.toNanos() / 1e9);
  }

  /** Milliseconds within which this share of the requests was answered. */
  double percentile(double share) {
    int index = (int) Math.ceil(share * latencies.length) - 1;
    return latencies[Math.clamp(index, 0, latencies.length - 1)] / 1e6;
  }

  /** Several rounds as one. */
  static Figures together(List<Figures> rounds) {
    return of(
        rounds.stream().flatMapToLong(one -> Arrays.stream(one.latencies)),
        rounds.stream().map(one -> one.took).reduce(Duration.ZERO, Duration::plus));
  }

  /** The round in the middle by its rate: what else the machine did may have hit some rounds. */
  static Figures median(List<Figures> rounds) {
    List<Figures> sorted =
        rounds.stream().sorted(Comparator.comparingDouble(Figures::perSecond)).toList();
    return sorted.get(sorted.size() / 2);
  }
}
