package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.EventAdmission;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.Eligibility;
import org.juxian.registration.place.Quota;
import org.juxian.registration.place.TypeRules;
import org.juxian.registration.place.WaitingRules;

/** Settings as they are answered: as they are asked for in an {@link AdmissionRequest}. */
final class AdmissionViews {

  /** Settings, and whether registrations made before still wait to be brought under them. */
  record AdmissionView(
      long version,
      boolean settling,
      int perPersonLimit,
      List<TypeRulesView> types,
      List<QuotaView> quotas,
      @Nullable WaitingView waiting,
      AgendaView agenda) {}

  /** The rules of one ticket type. */
  record TypeRulesView(
      String typeId,
      String kind,
      boolean needsApproval,
      boolean requestHoldsPlace,
      boolean invitationOnly,
      EligibilityView eligibility,
      @Nullable Integer perPersonLimit,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      boolean transferable) {}

  /** Who may have it. */
  record EligibilityView(
      List<String> roles, List<String> organisationKinds, List<String> organisationIds) {}

  /** A shared quota. */
  record QuotaView(String id, Text name, int capacity, List<String> typeIds) {}

  /** How the waiting list goes. */
  record WaitingView(int offerHours, HoursView workingHours, boolean partialGroups) {}

  /** Working hours. */
  record HoursView(String zone, List<String> days, String from, String to) {}

  /** What happens on a clash. */
  record AgendaView(String onClash, int walkingMinutes) {}

  private AdmissionViews() {}

  static AdmissionView of(EventAdmission admission) {
    AdmissionSettings settings = admission.settings();
    return new AdmissionView(
        admission.version(),
        admission.settling(),
        settings.perPersonLimit(),
        settings.types().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(type -> type(type.getKey(), type.getValue()))
            .toList(),
        settings.quotas().stream().map(AdmissionViews::quota).toList(),
        waiting(settings.waiting()),
        new AgendaView(Words.of(settings.agenda().onClash()), settings.agenda().walkingMinutes()));
  }

  private static TypeRulesView type(String typeId, TypeRules rules) {
    return new TypeRulesView(
        typeId,
        Words.of(rules.kind()),
        rules.approval() != TypeRules.Approval.NONE,
        rules.approval() == TypeRules.Approval.HOLDING_A_PLACE,
        rules.invitationOnly(),
        eligibility(rules.eligibility()),
        rules.perPersonLimit(),
        rules.opensAt(),
        rules.closesAt(),
        rules.transferable());
  }

  static EligibilityView eligibility(Eligibility rule) {
    return new EligibilityView(
        rule.roles().stream().sorted().toList(),
        rule.organisationKinds().stream().sorted().toList(),
        rule.organisationIds().stream().sorted().toList());
  }

  private static QuotaView quota(Quota quota) {
    return new QuotaView(quota.id(), quota.name(), quota.capacity(), quota.typeIds());
  }

  private static @Nullable WaitingView waiting(@Nullable WaitingRules rules) {
    return rules == null
        ? null
        : new WaitingView(
            rules.offerHours(),
            new HoursView(
                rules.hours().zone().getId(),
                rules.hours().days().stream().sorted().map(Words::of).toList(),
                rules.hours().from().toString(),
                rules.hours().to().toString()),
            rules.partialGroups());
  }
}
