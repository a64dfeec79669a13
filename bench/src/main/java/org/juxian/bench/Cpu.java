package org.juxian.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.juxian.standalone.Part;
import org.juxian.standalone.Platform;

/**
 * How long the processors worked, for each process of the platform and for this one.
 *
 * @param parts by process of the platform
 * @param callers of this process, which plays the people
 */
record Cpu(Map<Part, Duration> parts, Duration callers) {

  static final Cpu NONE = new Cpu(Map.of(), Duration.ZERO);

  static Cpu now(Platform platform) {
    Map<Part, Duration> parts = new EnumMap<>(Part.class);
    for (Part part : platform.options().parts()) {
      parts.put(part, of(platform.pid(part)));
    }
    return new Cpu(parts, of(ProcessHandle.current().pid()));
  }

  Cpu since(Cpu before) {
    Map<Part, Duration> spent = new EnumMap<>(Part.class);
    parts.forEach(
        (part, time) -> spent.put(part, time.minus(before.parts().getOrDefault(part, time))));
    return new Cpu(spent, callers.minus(before.callers()));
  }

  Cpu plus(Cpu other) {
    Map<Part, Duration> sum = new EnumMap<>(Part.class);
    sum.putAll(parts);
    other.parts().forEach((part, time) -> sum.merge(part, time, Duration::plus));
    return new Cpu(sum, callers.plus(other.callers()));
  }

  Duration ofPlatform() {
    return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Microseconds for each of so many requests, the most first. */
  String each(int requests) {
    String platform =
        parts.entrySet().stream()
            .filter(part -> micros(part.getValue(), requests) > 0)
            .sorted(Map.Entry.<Part, Duration>comparingByValue(Comparator.reverseOrder()))
            .map(part -> part.getKey().label() + " " + micros(part.getValue(), requests))
            .collect(Collectors.joining(", "));
    return platform + "; the callers " + micros(callers, requests);
  }

  private static long micros(Duration time, int requests) {
    return time.toNanos() / 1000 / Math.max(1, requests);
  }

  private static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
