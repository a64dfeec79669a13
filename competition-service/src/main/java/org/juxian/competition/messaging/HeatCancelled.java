package org.juxian.competition.messaging;

import java.time.Instant;
import java.util.List;
import org.juxian.platform.values.Text;

/** {@code competition.heat-cancelled.v1}: these entrants do not compete then. */
record HeatCancelled(
    String competitionId,
    Text competitionTitle,
    String heatId,
    Instant startsAt,
    List<Entrant> entrants) {

  record Entrant(String personId) {}
}
