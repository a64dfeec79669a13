package org.juxian.registration.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.AgendaRule;
import org.juxian.registration.place.Eligibility;
import org.juxian.registration.place.Quota;
import org.juxian.registration.place.TypeRules;
import org.juxian.registration.place.WaitingRules;
import org.juxian.registration.place.WorkingHours;

/** Makes settings of a request, or says which field of it cannot be. */
final class AdmissionReading {

  private final Event event;
  private final Supplier<String> ids;

  AdmissionReading(Event event, Supplier<String> ids) {
    this.event = event;
    this.ids = ids;
  }

  AdmissionSettings read(AdmissionRequest request) {
    return new AdmissionSettings(
        orElse(request.perPersonLimit(), 1),
        types(orElse(request.types(), List.of())),
        quotas(orElse(request.quotas(), List.of())),
        waiting(request.waiting()),
        agenda(request.agenda()));
  }

  private Map<String, TypeRules> types(List<AdmissionRequest.TypeRequest> requests) {
    Map<String, TypeRules> rules = new HashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      AdmissionRequest.TypeRequest request = requests.get(i);
      String field = "types[" + i + "]";
      checkType(request.typeId(), field + ".typeId");
      if (rules.put(request.typeId(), rules(request, field)) != null) {
        throw Problem.invalid(field + ".typeId", "twice");
      }
    }
    return rules;
  }

  private static TypeRules rules(AdmissionRequest.TypeRequest request, String field) {
    if (request.opensAt() != null
        && request.closesAt() != null
        && !request.opensAt().isBefore(request.closesAt())) {
      throw Problem.invalid(field + ".closesAt", "closes-before-opening");
    }
    TypeRules.Approval asked =
        orElse(request.requestHoldsPlace(), true)
            ? TypeRules.Approval.HOLDING_A_PLACE
            : TypeRules.Approval.WITHOUT_A_PLACE;
    return new TypeRules(
        Words.read(TypeRules.Kind.class, orElse(request.kind(), "visitor")),
        orElse(request.needsApproval(), false) ? asked : TypeRules.Approval.NONE,
        orElse(request.invitationOnly(), false),
        eligibility(request.eligibility()),
        request.perPersonLimit(),
        request.opensAt(),
        request.closesAt(),
        orElse(request.transferable(), true));
  }

  private static Eligibility eligibility(AdmissionRequest.@Nullable EligibilityRequest request) {
    return request == null
        ? Eligibility.ANYBODY
        : new Eligibility(
            set(request.roles()), set(request.organisationKinds()), set(request.organisationIds()));
  }

  private List<Quota> quotas(List<AdmissionRequest.QuotaRequest> requests) {
    Set<String> known = new HashSet<>();
    event.admission().settings().quotas().forEach(quota -> known.add(quota.id()));
    List<Quota> quotas = new java.util.ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      AdmissionRequest.QuotaRequest request = requests.get(i);
      String field = "quotas[" + i + "]";
      if (request.id() != null && !known.remove(request.id())) {
        throw Problem.invalid(field + ".id", "quota");
      }
      for (int j = 0; j < request.typeIds().size(); j++) {
        checkType(request.typeIds().get(j), field + ".typeIds[" + j + "]");
      }
      quotas.add(
          new Quota(
              Optional.ofNullable(request.id()).orElseGet(ids),
              request.name(),
              request.capacity(),
              request.typeIds().stream().distinct().toList()));
    }
    return quotas;
  }

  private static @Nullable WaitingRules waiting(AdmissionRequest.@Nullable WaitingRequest request) {
    return request == null
        ? null
        : new WaitingRules(
            request.offerHours(),
            hours(request.workingHours()),
            orElse(request.partialGroups(), false));
  }

  private static WorkingHours hours(AdmissionRequest.@Nullable HoursRequest request) {
    if (request == null) {
      return WorkingHours.OFFICE;
    }
    LocalTime from = LocalTime.parse(request.from());
    LocalTime to = LocalTime.parse(request.to());
    if (!from.isBefore(to)) {
      throw Problem.invalid("waiting.workingHours.to", "closes-before-opening");
    }
    Set<DayOfWeek> days = new HashSet<>();
    request.days().forEach(day -> days.add(Words.read(DayOfWeek.class, day)));
    return new WorkingHours(zone(request.zone()), days, from, to);
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null ? WorkingHours.OFFICE.zone() : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Problem.invalid("waiting.workingHours.zone", "zone");
    }
  }

  private static AgendaRule agenda(AdmissionRequest.@Nullable AgendaRequest request) {
    return request == null
        ? AgendaRule.NONE
        : new AgendaRule(
            Words.read(AgendaRule.OnClash.class, request.onClash()),
            orElse(request.walkingMinutes(), 0));
  }

  private void checkType(String typeId, String field) {
    if (event.ticketType(typeId).isEmpty()) {
      throw Problem.invalid(field, "ticket-type");
    }
  }

  private static Set<String> set(@Nullable List<String> values) {
    return values == null ? Set.of() : new HashSet<>(values);
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }
}
