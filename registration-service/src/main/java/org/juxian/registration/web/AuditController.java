package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.privacy.AuditLog;
import org.juxian.registration.privacy.Trace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who saw or changed what about an event's people. */
@RestController
class AuditController {

  /** Something that was done. */
  record TraceView(
      String id,
      String actorId,
      String action,
      @Nullable String registrationId,
      @Nullable String detail,
      Instant at) {}

  private final AuditLog audit;
  private final EventBook events;

  AuditController(AuditLog audit, EventBook events) {
    this.audit = audit;
    this.events = events;
  }

  /** Newest first. */
  @GetMapping("/api/events/{id}/audit")
  @AllowedTo(roles = Roles.ORGANISER)
  Page<TraceView> list(@PathVariable String id, PageQuery page, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    List<Trace> found = audit.of(id, page.after().orElse(null), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        Trace::id,
        trace ->
            new TraceView(
                trace.id(),
                trace.actorId(),
                trace.action(),
                trace.subject(),
                trace.detail(),
                trace.at()));
  }
}
