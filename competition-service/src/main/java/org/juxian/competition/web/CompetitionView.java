package org.juxian.competition.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.competition.schedule.Competition;
import org.juxian.event.TeamSize;
import org.juxian.event.TicketType;
import org.juxian.event.web.EventView;
import org.juxian.platform.values.Text;

/** A competition as everyone who may see it sees it. */
record CompetitionView(
    @JsonUnwrapped EventView event,
    Text skill,
    Text rules,
    EntryView entry,
    int capacity,
    Instant opensAt,
    Instant closesAt,
    List<String> workstations) {

  /** Who enters. */
  record EntryView(String kind, @Nullable Integer minMembers, @Nullable Integer maxMembers) {

    static EntryView of(@Nullable TeamSize team) {
      return team == null
          ? new EntryView("person", null, null)
          : new EntryView("team", team.minMembers(), team.maxMembers());
    }
  }

  static CompetitionView of(KeptCompetition kept) {
    Competition competition = kept.competition();
    TicketType entry = competition.event().details().ticketTypes().getFirst();
    return new CompetitionView(
        EventView.of(kept.id(), competition.edition(), competition.event()),
        competition.programme().skill(),
        competition.programme().rules(),
        EntryView.of(entry.team()),
        entry.capacity(),
        entry.opensAt(),
        entry.closesAt(),
        competition.programme().workstations());
  }
}
