package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.AgendaItem;

/** Our reading of {@code competition.heat-scheduled.v1}. */
record HeatMessage(
    String competitionId,
    Text competitionTitle,
    String heatId,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<Entrant> entrants) {

  /** Our reading of an entrant. */
  record Entrant(String personId, @Nullable String workstation) {}

  /** Our reading of {@code competition.heat-cancelled.v1}. */
  record Cancelled(String competitionId, String heatId) {}

  AgendaItem toItem(long sequence) {
    return new AgendaItem(
        AgendaItem.Kind.HEAT,
        heatId,
        competitionId,
        competitionTitle,
        startsAt,
        endsAt,
        venue,
        null,
        0,
        sequence);
  }

  Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    for (Entrant entrant : entrants) {
      places.put(entrant.personId(), entrant.workstation() == null ? "" : entrant.workstation());
    }
    return places;
  }
}
