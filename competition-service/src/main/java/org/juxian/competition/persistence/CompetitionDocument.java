package org.juxian.competition.persistence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Heat;
import org.juxian.competition.schedule.Programme;
import org.juxian.competition.schedule.Schedule;
import org.juxian.event.PublicEvent;

/**
 * A competition as it is stored: with its entries and heats, so that one guarded write decides who
 * competes when. Public for the driver's record codec.
 */
public record CompetitionDocument(
    PublicEvent event, long edition, Programme programme, List<Entry> entries, List<Heat> heats) {

  static CompetitionDocument of(Competition competition) {
    return new CompetitionDocument(
        competition.event(),
        competition.edition(),
        competition.programme(),
        competition.schedule().entries().values().stream()
            .sorted(java.util.Comparator.comparing(Entry::id))
            .toList(),
        competition.schedule().heats());
  }

  Competition competition() {
    return new Competition(
        event,
        programme,
        new Schedule(
            entries.stream().collect(Collectors.toMap(Entry::id, Function.identity())), heats),
        edition);
  }
}
