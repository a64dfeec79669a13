package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * What an organiser settles about admission, all of it at once; what is left out is as if nothing
 * had been settled about it.
 *
 * @param perPersonLimit registrations of one person for the event; 1 if left out
 */
record AdmissionRequest(
    @Min(1) @Max(20) @Nullable Integer perPersonLimit,
    @Size(max = 100) @Valid @Nullable List<@NotNull @Valid TypeRequest> types,
    @Size(max = 50) @Valid @Nullable List<@NotNull @Valid QuotaRequest> quotas,
    @Valid @Nullable WaitingRequest waiting,
    @Valid @Nullable AgendaRequest agenda) {

  static final String KINDS = "visitor|competitor|media|exhibitor-staff|vip";
  static final String ROLES =
      "administrator|organiser|exhibitor|school-coordinator|judge|speaker|door-staff";
  static final String ORGANISATION_KINDS =
      "company|industrial-carrier|technology-platform|business-association|college-or-school"
          + "|government-body";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /**
   * The rules of one ticket type.
   *
   * @param requestHoldsPlace whether a request holds a place until it is approved
   * @param transferable whether a person may pass it on; so unless it is said otherwise
   */
  record TypeRequest(
      @NotBlank @Size(max = 32) String typeId,
      @Pattern(regexp = KINDS, message = "ticket-kind") @Nullable String kind,
      @Nullable Boolean needsApproval,
      @Nullable Boolean requestHoldsPlace,
      @Nullable Boolean invitationOnly,
      @Valid @Nullable EligibilityRequest eligibility,
      @Min(1) @Max(20) @Nullable Integer perPersonLimit,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Boolean transferable) {}

  /** Who may have it: one of each that is named. */
  record EligibilityRequest(
      @Size(max = 20)
          @Nullable List<@NotNull @Pattern(regexp = ROLES, message = "role") String> roles,
      @Size(max = 10)
          @Nullable
              List<
                  @NotNull @Pattern(regexp = ORGANISATION_KINDS, message = "organisation-kind")
                  String>
              organisationKinds,
      @Size(max = 200) @Nullable List<@NotBlank @Size(max = 32) String> organisationIds) {}

  /** A shared quota; {@code id} is one that was answered before, or left out for a new one. */
  record QuotaRequest(
      @Size(max = 32) @Nullable String id,
      @NotNull @Valid @Localized(max = 100) Text name,
      @NotNull @Min(1) @Max(1_000_000) Integer capacity,
      @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 32) String> typeIds) {}

  /** How the waiting list goes. */
  record WaitingRequest(
      @NotNull @Min(1) @Max(720) Integer offerHours,
      @Valid @Nullable HoursRequest workingHours,
      @Nullable Boolean partialGroups) {}

  /** Working hours: {@code days} by their English names, times as {@code 09:00}. */
  record HoursRequest(
      @Size(max = 50) @Nullable String zone,
      @NotEmpty @Size(max = 7)
          List<
                  @NotNull
                  @Pattern(
                      regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
                      message = "day")
                  String>
              days,
      @NotNull @Pattern(regexp = TIME, message = "time-of-day") String from,
      @NotNull @Pattern(regexp = TIME, message = "time-of-day") String to) {}

  /** What happens on a clash with something else in a person's agenda. */
  record AgendaRequest(
      @NotNull @Pattern(regexp = "allow|warn|refuse", message = "on-clash") String onClash,
      @Min(0) @Max(240) @Nullable Integer walkingMinutes) {}
}
