package org.juxian.registration.persistence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.AgendaRule;
import org.juxian.registration.place.Eligibility;
import org.juxian.registration.place.Quota;
import org.juxian.registration.place.TypeRules;
import org.juxian.registration.place.WaitingRules;
import org.juxian.registration.place.WorkingHours;

/** An organiser's settings as they are stored; public for the driver's record codec. */
public record AdmissionDocument(
    int perPersonLimit,
    List<TypeRulesDocument> types,
    List<QuotaDocument> quotas,
    @Nullable WaitingDocument waiting,
    AgendaRule.OnClash onClash,
    int walkingMinutes) {

  /** The rules of one ticket type. */
  public record TypeRulesDocument(
      String typeId,
      TypeRules.Kind kind,
      TypeRules.Approval approval,
      boolean invitationOnly,
      List<String> roles,
      List<String> organisationKinds,
      List<String> organisationIds,
      @Nullable Integer perPersonLimit,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Boolean transferable) {

    static TypeRulesDocument of(String typeId, TypeRules rules) {
      Eligibility eligibility = rules.eligibility();
      return new TypeRulesDocument(
          typeId,
          rules.kind(),
          rules.approval(),
          rules.invitationOnly(),
          sorted(eligibility.roles()),
          sorted(eligibility.organisationKinds()),
          sorted(eligibility.organisationIds()),
          rules.perPersonLimit(),
          rules.opensAt(),
          rules.closesAt(),
          rules.transferable() ? null : Boolean.FALSE);
    }

    TypeRules toRules() {
      return new TypeRules(
          kind,
          approval,
          invitationOnly,
          new Eligibility(
              Set.copyOf(roles), Set.copyOf(organisationKinds), Set.copyOf(organisationIds)),
          perPersonLimit,
          opensAt,
          closesAt,
          transferable == null || transferable);
    }
  }

  /** A shared quota. */
  public record QuotaDocument(String id, Text name, int capacity, List<String> typeIds) {}

  /** A waiting list's rules; days by their names, times as {@code 09:00}. */
  public record WaitingDocument(
      int offerHours, String zone, List<String> days, String from, String to, boolean partial) {

    static @Nullable WaitingDocument of(@Nullable WaitingRules rules) {
      return rules == null
          ? null
          : new WaitingDocument(
              rules.offerHours(),
              rules.hours().zone().getId(),
              rules.hours().days().stream().sorted().map(DayOfWeek::name).toList(),
              rules.hours().from().toString(),
              rules.hours().to().toString(),
              rules.partialGroups());
    }

    WaitingRules toRules() {
      Set<DayOfWeek> known = new HashSet<>();
      days.forEach(day -> known.add(DayOfWeek.valueOf(day)));
      return new WaitingRules(
          offerHours,
          new WorkingHours(ZoneId.of(zone), known, LocalTime.parse(from), LocalTime.parse(to)),
          partial);
    }
  }

  static AdmissionDocument of(AdmissionSettings settings) {
    return new AdmissionDocument(
        settings.perPersonLimit(),
        settings.types().entrySet().stream()
            .map(type -> TypeRulesDocument.of(type.getKey(), type.getValue()))
            .toList(),
        settings.quotas().stream()
            .map(
                quota ->
                    new QuotaDocument(quota.id(), quota.name(), quota.capacity(), quota.typeIds()))
            .toList(),
        WaitingDocument.of(settings.waiting()),
        settings.agenda().onClash(),
        settings.agenda().walkingMinutes());
  }

  AdmissionSettings toSettings() {
    Map<String, TypeRules> rules = new HashMap<>();
    types.forEach(type -> rules.put(type.typeId(), type.toRules()));
    return new AdmissionSettings(
        perPersonLimit,
        rules,
        quotas.stream()
            .map(quota -> new Quota(quota.id(), quota.name(), quota.capacity(), quota.typeIds()))
            .toList(),
        waiting == null ? null : waiting.toRules(),
        new AgendaRule(onClash, walkingMinutes));
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
