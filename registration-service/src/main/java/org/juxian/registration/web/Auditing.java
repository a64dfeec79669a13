package org.juxian.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.CurrentCaller;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.juxian.registration.privacy.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes who comes to see or change what is known about others, before the answer is given, so that
 * no answer is without its note. Who tries and is refused is noted too; what people do about
 * themselves is not.
 */
@Component
class Auditing implements HandlerInterceptor {

  /** The actions worth a note, by method and path. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("GET /api/events/{id}/registrations", "list"),
          Map.entry("GET /api/events/{id}/registrations.csv", "export"),
          Map.entry("GET /api/events/{id}/registrations.xlsx", "export"),
          Map.entry("GET /api/events/{id}/door-list", "door-list"),
          Map.entry("GET /api/events/{id}/reconciliation", "reconciliation"),
          Map.entry("GET /api/events/{id}/reconciliation.csv", "export"),
          Map.entry("POST /api/events/{id}/check-ins/{nonce}/undo", "undo-check-in"),
          Map.entry(
              "POST /api/events/{id}/reconciliation/{registrationId}/settle", "settle-doubts"),
          Map.entry("PUT /api/events/{id}/form", "form"),
          Map.entry("POST /api/events/{id}/delegations", "delegation"),
          Map.entry("GET /api/registrations/{id}", "registration"),
          Map.entry("GET /api/registrations/{id}/ticket.pdf", "ticket"),
          Map.entry("GET /api/registrations/{id}/answers", "answers"),
          Map.entry("GET /api/registrations/{id}/files/{questionId}", "file"),
          Map.entry("POST /api/registrations/{id}/transfer/accept", "transfer"),
          Map.entry("POST /api/registrations/{id}/cancel", "cancel"));

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,20}");

  private final AuditLog audit;
  private final RegistrationStore registrations;

  Auditing(AuditLog audit, RegistrationStore registrations) {
    this.audit = audit;
    this.registrations = registrations;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String action = ACTIONS.get(request.getMethod() + " " + pattern);
    Optional<Caller> caller = CurrentCaller.get();
    String id = id(request);
    if (action != null && caller.isPresent() && !id.isEmpty()) {
      if (String.valueOf(pattern).startsWith("/api/events/")) {
        audit.note(
            id,
            caller.get().personId(),
            action,
            variable(request, "registrationId"),
            detail(request));
      } else {
        ofAnother(id, caller.get())
            .ifPresent(event -> audit.note(event, caller.get().personId(), action, id, null));
      }
    }
    return true;
  }

  /** The event of a registration that is somebody else's. */
  private Optional<String> ofAnother(String registrationId, Caller caller) {
    return registrations
        .find(registrationId)
        .map(RegistrationStore.Saved::registration)
        .map(Registration::booking)
        .filter(booking -> !booking.personId().equals(caller.personId()))
        .map(Booking::eventId);
  }

  /** Which conditions were asked for; what was typed to search for somebody is not kept. */
  private static @Nullable String detail(HttpServletRequest request) {
    Set<String> names = new TreeSet<>(request.getParameterMap().keySet());
    names.removeIf(name -> !NAME.matcher(name).matches());
    return names.isEmpty() ? null : String.join(",", names);
  }

  private static String id(HttpServletRequest request) {
    return Objects.requireNonNullElse(variable(request, "id"), "");
  }

  private static @Nullable String variable(HttpServletRequest request, String name) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get(name) instanceof String value
            && ID.matcher(value).matches()
        ? value
        : null;
  }
}
