package org.juxian.competition.messaging;

import java.time.Instant;
import java.util.List;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code competition.heat-scheduled.v1}: these entrants compete then and there. */
record HeatScheduled(
    String competitionId,
    Text competitionTitle,
    String heatId,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<Entrant> entrants,
    boolean rescheduled) {

  record Entrant(String personId, String entryId, String workstation) {}
}
