package org.juxian.identity.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often something may happen: in every {@link Window} at once. */
public record Quota(List<Window> windows) {

  /**
   * For one phone number or mail address. The numbers are those that SMS providers allow for
   * verification codes: 1 a minute, 5 an hour, 10 a day.
   */
  public static final Quota OF_ADDRESS =
      new Quota(
          List.of(
              new Window(1, Duration.ofMinutes(1)),
              new Window(5, Duration.ofHours(1)),
              new Window(10, Duration.ofDays(1))));

  public Quota {
    windows = List.copyOf(windows);
  }

  /** How long it must wait that happens next, given what happened; zero if it need not. */
  public Duration delay(List<Instant> past, Instant now) {
    return windows.stream()
        .map(window -> delay(window, past, now))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** The past with one more, without what no window looks at any longer. */
  public List<Instant> remember(List<Instant> past, Instant now) {
    List<Instant> kept = new ArrayList<>(past);
    kept.removeIf(at -> !at.plus(longest()).isAfter(now));
    kept.add(now);
    return List.copyOf(kept);
  }

  /** How long the past matters. */
  public Duration longest() {
    return windows.stream()
        .map(Window::length)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration delay(Window window, List<Instant> past, Instant now) {
    List<Instant> inside =
        past.stream().filter(at -> at.plus(window.length()).isAfter(now)).sorted().toList();
    if (inside.size() < window.most()) {
      return Duration.ZERO;
    }
    Instant first = inside.get(inside.size() - window.most());
    return Duration.between(now, first.plus(window.length()));
  }
}
