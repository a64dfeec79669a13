package org.juxian.competition.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Programme;
import org.juxian.event.EventDetails;
import org.juxian.event.TeamSize;
import org.juxian.event.TicketType;
import org.juxian.event.web.EventRequest;
import org.juxian.event.web.VenueRequest;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/** A competition as an organiser wants it. */
record CompetitionRequest(
    @NotNull @Pattern(regexp = EventRequest.ID) String organisationId,
    @NotNull @Localized(max = EventRequest.TITLE) Text title,
    @NotNull @Localized(max = EventRequest.SUMMARY) Text summary,
    @NotNull @Localized(max = 200) Text skill,
    @NotNull @Localized(max = 5000) Text rules,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Valid VenueRequest venue,
    @NotNull @Valid EntryRequest entry,
    @NotNull @Min(1) @Max(Competition.MOST_ENTRIES) Integer capacity,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @NotNull @Size(max = 500) List<@NotBlank @Size(max = 20) String> workstations)
    implements EventRequest {

  private static final Text PERSON = new Text("参赛", "Competitor");
  private static final Text TEAM = new Text("参赛队", "Team entry");

  /** Who enters: persons, or teams of so many members. */
  record EntryRequest(
      @NotNull @Pattern(regexp = "person|team") String kind,
      @Nullable Integer minMembers,
      @Nullable Integer maxMembers) {

    @Nullable TeamSize team() {
      if (kind.equals("person")) {
        return null;
      }
      int least = minMembers == null ? 1 : minMembers;
      return new TeamSize(least, maxMembers == null ? Math.max(least, 10) : maxMembers);
    }
  }

  /** The details, with the one ticket type by which one enters. */
  EventDetails details(String ticketTypeId) {
    TeamSize team = entry.team();
    return details(
        List.of(
            new TicketType(
                ticketTypeId,
                team == null ? PERSON : TEAM,
                capacity,
                EventRequest.kept(opensAt),
                EventRequest.kept(closesAt),
                team)));
  }

  Programme programme() {
    return new Programme(skill, rules, workstations);
  }
}
