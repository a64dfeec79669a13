package org.juxian.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a scenario came to.
 *
 * @param all every round together, for percentiles
 * @param median the round in the middle, for the rate
 * @param cpu of all rounds, until the last message was sent and heard
 * @param relayed how long messages still took to leave after the last answer, by round
 */
record Result(
    String title,
    Figures request,
    Figures insert,
    Figures all,
    Figures median,
    Cpu cpu,
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
        "Ratio to the lower ceiling: %.2f. Microseconds of CPU for each person: %s."
            .formatted(toLowerCeiling(), cpu.each(all.count())),
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
