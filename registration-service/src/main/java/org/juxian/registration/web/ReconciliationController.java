package org.juxian.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.Reconciliation;
import org.juxian.registration.organising.ReconciliationSheet;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Door;
import org.juxian.registration.place.Scan;
import org.juxian.registration.web.RegistrationViews.TypeName;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who was let in and should not have been, where and when. */
@RestController
@AllowedTo(roles = Roles.ORGANISER)
class ReconciliationController {

  /**
   * A scan of somebody with whom something is odd.
   *
   * @param at when the ticket was shown, by the clock of who looked at it
   * @param heardAt when we heard of it
   * @param deviceId the device that had no network; absent if we were asked
   * @param doubt why we would have said no; absent if all was well
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
      @Nullable Instant undoneAt) {}

  /** A registration with at least one scan in doubt, and all its scans as we heard of them. */
  record CaseView(
      String registrationId,
      String name,
      String ticketNumber,
      TypeName ticketType,
      String status,
      int doubts,
      List<OddScan> scans) {}

  private final EventBook events;
  private final Reconciliation reconciliation;
  private final ReconciliationSheet sheet;

  ReconciliationController(
      EventBook events, Reconciliation reconciliation, ReconciliationSheet sheet) {
    this.events = events;
    this.reconciliation = reconciliation;
    this.sheet = sheet;
  }

  /** Oldest registration first. */
  @GetMapping("/api/events/{id}/reconciliation")
  Page<CaseView> list(@PathVariable String id, PageQuery page, Caller caller) {
    Event event = managed(id, caller);
    List<Reconciliation.Case> found =
        reconciliation.of(id, page.after().orElse(null), page.limit() + 1);
    Map<String, String> staff = reconciliation.staff(found);
    return Page.of(
        found,
        page.limit(),
        one -> one.registration().booking().id(),
        one -> view(one, event, staff));
  }

  /** All of it, a row for each scan, in UTF-8 with a byte order mark. */
  @GetMapping("/api/events/{id}/reconciliation.csv")
  void csv(@PathVariable String id, Locale language, Caller caller, HttpServletResponse response)
      throws IOException {
    Event event = managed(id, caller);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"reconciliation.csv\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      sheet.write(event, language, response.getOutputStream());
    } catch (RuntimeException failed) {
      if (response.isCommitted()) {
        throw new IOException("the report broke off", failed);
      }
      response.reset();
      throw failed;
    }
  }

  private static CaseView view(Reconciliation.Case one, Event event, Map<String, String> staff) {
    Booking booking = one.registration().booking();
    return new CaseView(
        booking.id(),
        booking.personName(),
        booking.ticketNumber(),
        RegistrationViews.typeName(booking, event),
        RegistrationViews.status(one.registration()),
        one.log().doubts(),
        one.log().scans().stream().map(scan -> odd(scan, event, staff)).toList());
  }

  private static OddScan odd(Scan scan, Event event, Map<String, String> staff) {
    Scan.Undone undone = scan.undone();
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
        undone == null ? null : undone.at());
  }

  private Event managed(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    return event;
  }
}
