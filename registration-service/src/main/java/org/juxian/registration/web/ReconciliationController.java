package org.juxian.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.Reconciliation;
import org.juxian.registration.checkin.SettleDoubts;
import org.juxian.registration.organising.ReconciliationSheet;
import org.juxian.registration.place.DoorLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was let in and should not have been, where and when, and what came of it. */
@RestController
class ReconciliationController {

  /** Which scans, by their nonces, and what they were. */
  record SettleRequest(
      @NotBlank @Size(max = 500) String note,
      @NotEmpty @Size(max = DoorLog.MOST) List<@NotBlank @Size(max = 64) String> scans) {}

  private final EventBook events;
  private final Reconciliation reconciliation;
  private final ReconciliationSheet sheet;
  private final SettleDoubts settling;

  ReconciliationController(
      EventBook events,
      Reconciliation reconciliation,
      ReconciliationSheet sheet,
      SettleDoubts settling) {
    this.events = events;
    this.reconciliation = reconciliation;
    this.sheet = sheet;
    this.settling = settling;
  }

  /** Oldest registration first; all, or those of whom nobody has looked into something. */
  @GetMapping("/api/events/{id}/reconciliation")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  Page<ReconciliationViews.CaseView> list(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean open,
      PageQuery page,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    List<Reconciliation.Case> found =
        reconciliation.of(id, open, page.after().orElse(null), page.limit() + 1);
    Map<String, String> staff = reconciliation.staff(found);
    return Page.of(
        found,
        page.limit(),
        one -> one.registration().booking().id(),
        one -> ReconciliationViews.of(one, event, staff));
  }

  /**
   * Closes the doubts about these scans with a note; done twice by the same person it is done once.
   * A scan of which we hear meanwhile stays open.
   */
  @PostMapping("/api/events/{id}/reconciliation/{registrationId}/settle")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  ReconciliationViews.CaseView settle(
      @PathVariable String id,
      @PathVariable String registrationId,
      @RequestBody @Valid SettleRequest request,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    return switch (settling.settle(
        id, registrationId, request.scans(), caller.personId(), request.note())) {
      case SettleDoubts.Answer.Done(var now) ->
          ReconciliationViews.of(now, event, reconciliation.staff(List.of(now)));
      case SettleDoubts.Answer.Refused(var refusal) -> throw Problems.of(refusal);
    };
  }

  /** All of it, a row for each scan, in UTF-8 with a byte order mark. */
  @GetMapping("/api/events/{id}/reconciliation.csv")
  @AllowedTo(roles = Roles.ORGANISER)
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

  private Event managed(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    return event;
  }
}
