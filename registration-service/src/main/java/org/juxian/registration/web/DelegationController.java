package org.juxian.registration.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.answering.Forms;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.delegation.CheckList;
import org.juxian.registration.delegation.Delegation;
import org.juxian.registration.delegation.SendDelegation;
import org.juxian.registration.delegation.sheet.Reading;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.questions.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A school sends the list of its people. */
@RestController
class DelegationController {

  private final EventBook events;
  private final Forms forms;
  private final CheckList checking;
  private final SendDelegation sending;
  private final DelegationViews views;

  DelegationController(
      EventBook events,
      Forms forms,
      CheckList checking,
      SendDelegation sending,
      DelegationViews views) {
    this.events = events;
    this.forms = forms;
    this.checking = checking;
    this.sending = sending;
    this.views = views;
  }

  /**
   * Takes CSV or Excel as the part {@code file}: a head with 姓名/name, 手机/phone and the form's
   * questions, then at most 500 people. With {@code dryRun} it says all that is wrong and stores
   * nothing. Without, a list with faults is refused as a whole (422), one for which there are not
   * enough places too (409); a good one is worked off: all are registered, or none. The
   * Idempotency-Key is kept with the list: a repeated request gets what it made.
   */
  @PostMapping("/api/events/{id}/delegations")
  @AllowedTo(roles = Roles.SCHOOL_COORDINATOR)
  ResponseEntity<Object> send(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String ticketTypeId,
      @RequestParam(required = false) @Nullable String organisationId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Locale language,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    String school = school(organisationId, caller);
    TicketType type = type(event, ticketTypeId);
    Form form = forms.latest(id);
    byte[] list = content(file);
    if (dryRun) {
      return ResponseEntity.ok(views.check(checking.check(list, event, form), language));
    }
    Request request =
        RequestKeys.of(
            key, id + "/delegations/" + type.id() + "/" + school, caller.personId(), list);
    Optional<Delegation> before = sending.sentBy(request);
    if (before.isPresent()) {
      return accepted(before.get(), request, true);
    }
    Reading reading = checking.check(list, event, form);
    refuse(event, type, reading, language);
    SendDelegation.Order order =
        new SendDelegation.Order(event, type.id(), school, caller.personId(), request);
    return accepted(sending.send(order, form, reading), request, false);
  }

  private ResponseEntity<Object> accepted(
      Delegation delegation, @Nullable Request request, boolean repeated) {
    if (!Objects.equals(delegation.request(), request)) {
      throw Problems.of(new Refusal.RequestDiffers());
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.accepted().location(URI.create("/api/delegations/" + delegation.id()));
    if (repeated) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(views.view(delegation));
  }

  private void refuse(Event event, TicketType type, Reading reading, Locale language) {
    if (event.cancelled()) {
      throw Problem.of(409, "cancelled");
    }
    if (!reading.faults().isEmpty()) {
      Problem problem =
          Problem.of(422, "list-faulty", reading.faults().size())
              .with("faults", views.faults(reading, language));
      reading
          .faults()
          .forEach(
              fault ->
                  problem.field(
                      "rows[" + fault.line() + "]." + fault.field(),
                      fault.code(),
                      fault.arguments().toArray()));
      throw problem;
    }
    int missing = checking.placesMissing(event, type, reading.rows());
    if (missing > 0) {
      throw Problem.of(409, "delegation-full", reading.rows(), missing).with("missing", missing);
    }
  }

  private static String school(@Nullable String wanted, Caller caller) {
    Set<String> theirs = caller.organisationsAs(Roles.SCHOOL_COORDINATOR);
    if (wanted == null || wanted.isBlank()) {
      if (theirs.size() != 1) {
        throw Problem.of(400, "invalid").field("organisationId", "required");
      }
      return theirs.iterator().next();
    }
    if (!theirs.contains(wanted) && !caller.isAdministrator()) {
      throw Problem.of(403, "not-allowed");
    }
    return wanted;
  }

  private static TicketType type(Event event, @Nullable String wanted) {
    List<TicketType> types = event.ticketTypes();
    boolean only = (wanted == null || wanted.isBlank()) && types.size() == 1;
    TicketType type =
        event
            .ticketType(only ? types.getFirst().id() : wanted == null ? "" : wanted)
            .orElseThrow(() -> Problem.invalid("ticketTypeId", "ticket-type"));
    if (type.terms().team() != null) {
      throw Problem.invalid("ticketTypeId", "team-needed");
    }
    return type;
  }

  private static byte[] content(@Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      throw Problem.invalid("file", "required");
    }
    try {
      return file.getBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
