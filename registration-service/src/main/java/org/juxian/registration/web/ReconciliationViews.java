package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.checkin.Reconciliation;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Door;
import org.juxian.registration.place.Scan;
import org.juxian.registration.web.RegistrationViews.TypeName;

/** What is odd at the doors, as it is answered. */
final class ReconciliationViews {

  /**
   * A scan of somebody with whom something is odd.
   *
   * @param at when the ticket was shown, by the clock of who looked at it
   * @param heardAt when we heard of it
   * @param deviceId the device that had no network; absent if we were asked
   * @param doubt why we would have said no; absent if all was well
   * @param settled who looked into the doubt and what they found; absent while nobody did
   */
  record OddScan(
      String nonce,
      String direction,
      @Nullable String doorId,
      @Nullable Text doorName,
      Instant at,
      Instant heardAt,
      String by,
      @Nullable String byName,
      @Nullable String deviceId,
      @Nullable String doubt,
      @Nullable Instant undoneAt,
      @Nullable SettledView settled) {}

  /** How a doubt was settled. */
  record SettledView(String by, @Nullable String byName, Instant at, String note) {}

  /**
   * A registration with at least one scan in doubt, and all its scans as we heard of them.
   *
   * @param open how many of the doubts nobody has looked into
   */
  record CaseView(
      String registrationId,
      String name,
      String ticketNumber,
      TypeName ticketType,
      String status,
      int doubts,
      int open,
      List<OddScan> scans) {}

  private ReconciliationViews() {}

  static CaseView of(Reconciliation.Case one, Event event, Map<String, String> staff) {
    Booking booking = one.registration().booking();
    return new CaseView(
        booking.id(),
        booking.personName(),
        booking.ticketNumber(),
        RegistrationViews.typeName(booking, event),
        RegistrationViews.status(one.registration()),
        one.log().doubts(),
        one.log().open(),
        one.log().scans().stream().map(scan -> odd(scan, event, staff)).toList());
  }

  private static OddScan odd(Scan scan, Event event, Map<String, String> staff) {
    Scan.Undone undone = scan.undone();
    Scan.Settled settled = scan.settled();
    return new OddScan(
        scan.nonce(),
        Words.of(scan.direction()),
        scan.doorId(),
        event.entrance().entrance().door(scan.doorId()).map(Door::name).orElse(null),
        scan.at(),
        scan.heardAt(),
        scan.by(),
        staff.get(scan.by()),
        scan.deviceId(),
        scan.doubt() == null ? null : Words.of(scan.doubt()),
        undone == null ? null : undone.at(),
        settled == null
            ? null
            : new SettledView(settled.by(), staff.get(settled.by()), settled.at(), settled.note()));
  }
}
