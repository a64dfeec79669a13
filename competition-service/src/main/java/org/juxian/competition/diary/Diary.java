package org.juxian.competition.diary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The bookings of one person. */
public record Diary(List<Booking> bookings) {

  private static final Duration KEPT = Duration.ofDays(1);

  public Diary {
    bookings = List.copyOf(bookings);
  }

  /** Whether nothing in it matters any more. */
  public boolean isOverAt(Instant now) {
    return bookings.stream().allMatch(one -> one.period().isOverAt(now.minus(KEPT)));
  }

  /** A booking of another heat at the same time. */
  public Optional<Booking> inTheWayOf(Booking wanted) {
    return bookings.stream()
        .filter(one -> !one.isOfSameHeat(wanted))
        .filter(one -> one.period().overlaps(wanted.period()))
        .findFirst();
  }

  /** With one booking more and without those that were over long ago. */
  public Diary with(Booking booking, Instant now) {
    List<Booking> next = new ArrayList<>(bookings);
    next.removeIf(one -> one.period().isOverAt(now.minus(KEPT)));
    next.add(booking);
    return new Diary(next);
  }

  /** Without those to which this applies. */
  public Diary without(Predicate<Booking> given) {
    return new Diary(bookings.stream().filter(given.negate()).toList());
  }
}
