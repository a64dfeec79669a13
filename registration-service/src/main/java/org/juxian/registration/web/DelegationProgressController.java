package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.delegation.Delegation;
import org.juxian.registration.delegation.DelegationRow;
import org.juxian.registration.delegation.Successors;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.DelegationStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far a school's list is, and who is on it. */
@RestController
@AllowedTo(roles = {Roles.SCHOOL_COORDINATOR, Roles.ORGANISER})
class DelegationProgressController {

  /** Somebody who comes instead; the phone is E.164 or a Chinese mobile number. */
  record SuccessorRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "phone")
          String phone,
      @Nullable Map<String, @Nullable Object> answers) {}

  private final DelegationStore delegations;
  private final DelegationRowStore rows;
  private final DelegationViews views;
  private final Successors successors;
  private final EventBook events;

  DelegationProgressController(
      DelegationStore delegations,
      DelegationRowStore rows,
      DelegationViews views,
      Successors successors,
      EventBook events) {
    this.delegations = delegations;
    this.rows = rows;
    this.views = views;
    this.successors = successors;
    this.events = events;
  }

  /** A school's lists for an event, newest first; without a school, for organisers, all lists. */
  @GetMapping("/api/events/{id}/delegations")
  Page<DelegationViews.DelegationView> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String organisationId,
      PageQuery page,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    if (organisationId == null && !Access.manages(caller, event)) {
      throw Problem.of(400, "invalid").field("organisationId", "required");
    }
    if (organisationId != null) {
      check(caller, event, organisationId);
    }
    List<Delegation> found =
        delegations.of(id, organisationId, page.after().orElse(null), page.limit() + 1);
    Page<Delegation> lists = Page.of(found, page.limit(), Delegation::id, one -> one);
    return new Page<>(views.views(lists.items()), lists.next());
  }

  @GetMapping("/api/delegations/{id}")
  DelegationViews.DelegationView show(@PathVariable String id, Caller caller) {
    return views.view(seen(id, caller));
  }

  /** By line. */
  @GetMapping("/api/delegations/{id}/rows")
  Page<DelegationViews.RowView> rows(@PathVariable String id, PageQuery page, Caller caller) {
    Delegation delegation = seen(id, caller);
    int after = page.after().map(DelegationProgressController::line).orElse(0);
    List<DelegationRow> found = rows.of(id, after, page.limit() + 1);
    Page<DelegationRow> rows =
        Page.of(found, page.limit(), row -> Integer.toString(row.line()), row -> row);
    return new Page<>(views.rows(delegation, rows.items()), rows.next());
  }

  /** Another person takes the place of the one in this line, and is told; so is the one before. */
  @PostMapping("/api/delegations/{id}/rows/{line}/substitute")
  DelegationViews.RowView substitute(
      @PathVariable String id,
      @PathVariable int line,
      @RequestBody @Valid SuccessorRequest request,
      Caller caller) {
    Delegation delegation = seen(id, caller);
    Event event = events.find(delegation.eventId()).orElseThrow(Problem::notFound);
    Successors.Request successor =
        new Successors.Request(
            request.name().strip(),
            request.phone().startsWith("+") ? request.phone() : "+86" + request.phone(),
            request.answers() == null ? Map.of() : request.answers());
    return switch (successors.substitute(delegation, line, event, successor)) {
      case Successors.Result.Done(DelegationRow row) ->
          views.rows(delegation, List.of(row)).getFirst();
      case Successors.Result.NoSuchRow() -> throw Problem.notFound();
      case Successors.Result.NotHeld() -> throw Problem.of(409, "not-to-substitute");
      case Successors.Result.AlreadyRegistered() ->
          throw Problem.invalid("phone", "registered-already");
      case Successors.Result.Faulty(var faults) -> throw Faults.problem("answers.", faults);
    };
  }

  private Delegation seen(String id, Caller caller) {
    Delegation delegation = delegations.find(id).orElseThrow(Problem::notFound);
    Event event = events.find(delegation.eventId()).orElseThrow(Problem::notFound);
    check(caller, event, delegation.organisationId());
    return delegation;
  }

  private static void check(Caller caller, Event event, String organisationId) {
    if (!Access.manages(caller, event)
        && !caller.organisationsAs(Roles.SCHOOL_COORDINATOR).contains(organisationId)) {
      throw Problem.of(403, "not-allowed");
    }
  }

  private static int line(String cursor) {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException malformed) {
      throw Problem.of(400, "invalid").field("cursor", "cursor");
    }
  }
}
