package org.juxian.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a scenario came to.
 *
 * @param all every round together, for percentiles
 * @param median the round in the middle, for the rate
 * @param onPeople of all rounds, until the last message was sent and heard
 * @param onRequests on trivial requests of all rounds
 * @param relayed how long messages still took to leave after the last answer, by round
 */
record Result(
    String title,
    Figures request,
    Figures insert,
    Figures all,
    Figures median,
    Spent onPeople,
    Spent onRequests,
    List<Duration> relayed) {

  double toLowerCeiling() {
    return median.perSecond() / Math.min(request.perSecond(), insert.perSecond());
  }

  @Override
  public String toString() {
    return String.join(
        "\n",
        "| " + title + " | per second | p50 ms | p99 ms | registering is |",
        "|---|---:|---:|---:|---:|",
        row("registering through the gateway", median.perSecond(), all, ""),
        row(
            "ceiling: trivial request through the gateway",
            request.perSecond(),
            request,
            ratio(request)),
        row("ceiling: bare durable insert", insert.perSecond(), insert, ratio(insert)),
        "",
        "Ratio to the lower ceiling: %.2f; by processor time of a trivial request: %.2f."
            .formatted(toLowerCeiling(), onRequests.each() / onPeople.each()),
        "Microseconds of processor time for each person: %s.".formatted(onPeople),
        "For each trivial request: %s.".formatted(onRequests),
        "After the last answer, the last message had left within %d ms."
            .formatted(relayed.stream().mapToLong(Duration::toMillis).max().orElse(0)),
        "");
  }

  private String ratio(Figures ceiling) {
    return "%.2f of it".formatted(median.perSecond() / ceiling.perSecond());
  }

  private static String row(String what, double rate, Figures figures, String ratio) {
    return "| %s | %,.0f | %.1f | %.1f | %s |"
        .formatted(what, rate, figures.percentile(0.5), figures.percentile(0.99), ratio);
  }
}
