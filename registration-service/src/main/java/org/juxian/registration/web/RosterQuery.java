package org.juxian.registration.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.organising.RosterFilter;

/**
 * Which registrations an organiser asks for, from the query's parameters.
 *
 * @param status as on the wire
 * @param day when they were made, such as 2026-11-24
 * @param checkedIn yes or no, in the words of JSON
 */
record RosterQuery(
    @Nullable String query,
    @Nullable String status,
    @Nullable String ticketTypeId,
    @Nullable String organisationId,
    @Nullable String day,
    @Nullable String checkedIn) {

  private static final Set<String> STATUSES =
      Set.of(
          "confirmed",
          "checked-in",
          "cancelled",
          "requested",
          "waiting",
          "offered",
          "rejected",
          "offer-expired");

  RosterFilter toFilter() {
    return new RosterFilter(
        readStatus(), given(ticketTypeId), given(organisationId), readDay(), readCheckedIn());
  }

  @Nullable String text() {
    return EventController.text(query);
  }

  private @Nullable String readStatus() {
    String wanted = given(status);
    if (wanted != null && !STATUSES.contains(wanted)) {
      throw Problem.of(400, "invalid").field("status", "status");
    }
    return wanted;
  }

  private @Nullable LocalDate readDay() {
    String wanted = given(day);
    try {
      return wanted == null ? null : LocalDate.parse(wanted);
    } catch (DateTimeParseException wrong) {
      throw Problem.of(400, "invalid").field("day", "date");
    }
  }

  private @Nullable Boolean readCheckedIn() {
    String wanted = given(checkedIn);
    if (wanted != null && !wanted.equals("true") && !wanted.equals("false")) {
      throw Problem.of(400, "invalid").field("checkedIn", "type");
    }
    return wanted == null ? null : (Boolean) wanted.equals("true");
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
