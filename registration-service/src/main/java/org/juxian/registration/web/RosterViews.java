package org.juxian.registration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.organising.RosterRow;
import org.juxian.registration.organising.Tally;
import org.juxian.registration.place.Team;
import org.juxian.registration.web.RegistrationViews.TypeName;

/** An organiser's lists and counts as they are answered. */
final class RosterViews {

  /** An organisation; without a name where identity-service told none. */
  record From(String id, @Nullable Text name) {}

  /**
   * A registration as the event's organiser sees it.
   *
   * @param ticketNumber absent where there was never a place for it
   */
  record RegistrationRow(
      String id,
      String name,
      TypeName ticketType,
      @Nullable String ticketNumber,
      String status,
      @Nullable From organisation,
      @Nullable Team team,
      Instant createdAt,
      @Nullable Instant checkedInAt,
      @Nullable Instant cancelledAt) {}

  /** What happened on a day. */
  record DayView(LocalDate day, int registered, int checkedIn, int cancelled) {}

  /** A ticket type's registrations, by status. */
  record TypeCount(TypeName ticketType, Map<String, Integer> count) {}

  /** An organisation's registrations, by status; without one: of those who come from none. */
  record OrganisationCount(@Nullable From organisation, Map<String, Integer> count) {}

  /** All counts of an event. */
  record StatisticsView(
      Map<String, Integer> count,
      List<DayView> days,
      List<TypeCount> ticketTypes,
      List<OrganisationCount> organisations) {}

  private RosterViews() {}

  static RegistrationRow row(RosterRow row, Event event, Map<String, Text> from) {
    return new RegistrationRow(
        row.id(),
        row.name(),
        type(row.ticketTypeId(), event),
        row.ticketNumber(),
        row.status(),
        row.organisationId() == null ? null : from(row.organisationId(), from),
        row.team(),
        row.createdAt(),
        row.checkedInAt(),
        row.cancelledAt());
  }

  static StatisticsView statistics(Tally tally, Event event, Map<String, Text> from) {
    return new StatisticsView(
        tally.all(),
        tally.days().entrySet().stream()
            .map(
                day ->
                    new DayView(
                        day.getKey(),
                        day.getValue().registered(),
                        day.getValue().checkedIn(),
                        day.getValue().cancelled()))
            .toList(),
        tally.types().entrySet().stream()
            .map(type -> new TypeCount(type(type.getKey(), event), type.getValue()))
            .toList(),
        tally.organisations().entrySet().stream()
            .map(
                one ->
                    new OrganisationCount(
                        one.getKey().equals(Tally.NONE) ? null : from(one.getKey(), from),
                        one.getValue()))
            .toList());
  }

  private static From from(String id, Map<String, Text> names) {
    return new From(id, names.get(id));
  }

  private static TypeName type(String id, Event event) {
    return new TypeName(
        id, event.ticketType(id).map(TicketType::name).orElseGet(() -> new Text(id, id)));
  }
}
