package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.juxian.registration.invitation.Invitation;
import org.juxian.registration.invitation.Invitations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The codes that an organiser gives to those who are invited. */
@RestController
@AllowedTo(roles = Roles.ORGANISER)
class InvitationController {

  /** A new code for a ticket type. */
  record InvitationRequest(
      @NotBlank @Size(max = 32) String ticketTypeId,
      @NotNull @Min(1) @Max(500) Integer uses,
      @NotNull @Future Instant expiresAt) {}

  /** A code, and how often it is in use. */
  record InvitationView(
      String id,
      String ticketTypeId,
      String code,
      int uses,
      int used,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      Instant createdAt) {}

  private final Invitations invitations;
  private final EventBook events;

  InvitationController(Invitations invitations, EventBook events) {
    this.invitations = invitations;
    this.events = events;
  }

  @PostMapping("/api/events/{id}/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationView invite(
      @PathVariable String id, @RequestBody @Valid InvitationRequest request, Caller caller) {
    Event event = event(id, caller);
    if (event.ticketType(request.ticketTypeId()).isEmpty()) {
      throw Problem.invalid("ticketTypeId", "ticket-type");
    }
    return view(invitations.make(id, request.ticketTypeId(), request.uses(), request.expiresAt()));
  }

  /** Oldest first. */
  @GetMapping("/api/events/{id}/invitations")
  Page<InvitationView> list(@PathVariable String id, PageQuery page, Caller caller) {
    event(id, caller);
    List<Invitation> found = invitations.ofEvent(id, page.after().orElse(null), page.limit() + 1);
    return Page.of(found, page.limit(), Invitation::id, this::view);
  }

  /** Who has registered with it stays registered. */
  @PostMapping("/api/events/{id}/invitations/{invitationId}/revoke")
  InvitationView revoke(@PathVariable String id, @PathVariable String invitationId, Caller caller) {
    event(id, caller);
    return invitations.revoke(id, invitationId).map(this::view).orElseThrow(Problem::notFound);
  }

  private Event event(String id, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    if (!Access.manages(caller, event)) {
      throw Problem.of(403, "not-allowed");
    }
    return event;
  }

  private InvitationView view(Invitation invitation) {
    return new InvitationView(
        invitation.id(),
        invitation.ticketTypeId(),
        invitation.code(),
        invitation.uses(),
        invitations.used(invitation),
        invitation.expiresAt(),
        invitation.revokedAt(),
        invitation.createdAt());
  }
}
