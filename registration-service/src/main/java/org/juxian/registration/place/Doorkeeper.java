package org.juxian.registration.place;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a ticket that is shown, and what may be taken back. */
public final class Doorkeeper {

  /** How long those at the door may take something back. */
  public static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);

  /** What becomes of it. */
  public sealed interface Ruling {

    /** We have heard of this very scan before: nothing changes. */
    record Known(Scan scan) implements Ruling {}

    /** The person goes through, and this is how it is from now on. */
    record Through(Registration next, DoorLog log, Scan scan) implements Ruling {}

    /** A device has let the person through, and we would not have: it is only noted. */
    record Noted(DoorLog log, Scan scan) implements Ruling {}

    /** The person does not go through. */
    record Refused(Refusal refusal) implements Ruling {}
  }

  private Doorkeeper() {}

  public static Ruling rule(
      Registration registration, DoorLog log, Showing showing, Entrance entrance) {
    Optional<Scan> known = log.find(showing.nonce());
    if (known.isPresent()) {
      return new Ruling.Known(known.get());
    }
    Booking booking = registration.booking();
    Integer revision = showing.revision();
    if (revision != null && revision < booking.issue().revision()) {
      return no(log, showing, new Refusal.TicketReplaced());
    }
    return switch (entrance.way(showing.doorId(), booking.ticketTypeId())) {
      case Entrance.Way.Closed(Refusal why) -> no(log, showing, why);
      case Entrance.Way.Open(var zones) -> pass(registration, log, showing, zones);
    };
  }

  private static Ruling pass(
      Registration registration, DoorLog log, Showing showing, Map<String, ReEntry> zones) {
    Passage passage = new Passage(zones, showing.at(), showing.nonce());
    Decision decision =
        switch (showing.direction()) {
          case IN -> registration.enter(passage);
          case OUT -> registration.leave(passage);
        };
    return switch (decision) {
      case Decision.Rejected(Refusal refusal) -> no(log, showing, refusal);
      case Decision.Unchanged(Registration state) -> through(state, log, showing);
      case Decision.Accepted(Registration next) -> through(next, log, showing);
    };
  }

  private static Ruling through(Registration next, DoorLog log, Showing showing) {
    List<String> zones =
        next instanceof Registration.CheckedIn in
            ? in.presence().passedBy(showing.nonce())
            : List.of();
    Scan scan = scan(showing, zones, null);
    return new Ruling.Through(next, log.with(scan), scan);
  }

  private static Ruling no(DoorLog log, Showing showing, Refusal refusal) {
    Optional<Scan.Doubt> doubt = Scan.Doubt.of(refusal);
    if (!showing.hasHappened() || doubt.isEmpty()) {
      return new Ruling.Refused(refusal);
    }
    Scan scan = scan(showing, List.of(), doubt.get());
    return new Ruling.Noted(log.with(scan), scan);
  }

  /**
   * Takes a scan back.
   *
   * @param anyTime whether it may be long ago
   */
  public static Ruling undo(
      Registration registration,
      DoorLog log,
      String nonce,
      String by,
      Instant now,
      boolean anyTime) {
    Optional<Scan> found = log.find(nonce);
    if (found.isEmpty() || found.get().doubt() != null) {
      return new Ruling.Refused(new Refusal.NotLastPassage());
    }
    Scan scan = found.get();
    if (scan.undone() != null) {
      return new Ruling.Known(scan);
    }
    boolean tooLate = !anyTime && scan.heardAt().plus(SECOND_THOUGHTS).isBefore(now);
    if (tooLate || !isLast(registration, scan)) {
      return new Ruling.Refused(new Refusal.NotLastPassage());
    }
    return switch (registration.undo(nonce)) {
      case Decision.Rejected(Refusal refusal) -> new Ruling.Refused(refusal);
      case Decision.Unchanged(Registration state) -> undone(state, log, scan, by, now);
      case Decision.Accepted(Registration next) -> undone(next, log, scan, by, now);
    };
  }

  /** Whether nothing happened since in any of its zones. */
  private static boolean isLast(Registration registration, Scan scan) {
    return registration instanceof Registration.CheckedIn in
        && in.presence().passedBy(scan.nonce()).equals(scan.zones());
  }

  private static Ruling undone(Registration next, DoorLog log, Scan scan, String by, Instant now) {
    return new Ruling.Through(next, log.undone(scan.nonce(), by, now), scan.takenBack(by, now));
  }

  private static Scan scan(Showing showing, List<String> zones, Scan.@Nullable Doubt doubt) {
    return new Scan(
        showing.nonce(),
        showing.direction(),
        showing.doorId(),
        zones,
        showing.at(),
        showing.heardAt(),
        showing.by(),
        showing.deviceId(),
        doubt,
        null,
        null);
  }
}
