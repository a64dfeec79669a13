package org.juxian.competition.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** {@code competition.heat-cancelled.v1}: these entrants do not compete then. */
record HeatCancelled(
    String competitionId,
    Text competitionTitle,
    String heatId,
    Instant startsAt,
    List<Entrant> entrants,
    @Nullable String cause) {

  static final String ENTRY_CANCELLED = "entry-cancelled";

  record Entrant(String personId) {}
}
