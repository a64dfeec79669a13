package org.juxian.fair.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.Booth;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.booth.HallPlan;

/**
 * A booth on the map that everyone sees.
 *
 * @param exhibitor who stands there; absent while it is free
 * @param freeInterviews how many interview slots can be taken there
 */
record BoothView(
    String boothId,
    String hallId,
    String number,
    int column,
    int row,
    @Nullable Exhibitor exhibitor,
    int freeInterviews) {

  /** The company in a booth: nothing more of it is public. */
  record Exhibitor(String applicationId, String companyName) {}

  static List<BoothView> of(Fair fair, Instant now) {
    HallPlan plan = fair.plan();
    Map<String, Long> free = fair.interviews().free(now);
    Map<String, BoothApplication> exhibitors = plan.exhibitors();
    return plan.halls().stream()
        .flatMap(
            hall ->
                hall.booths().stream()
                    .map(booth -> of(hall, booth, exhibitors.get(booth.id()), free)))
        .toList();
  }

  private static BoothView of(
      Hall hall, Booth booth, @Nullable BoothApplication holder, Map<String, Long> free) {
    return new BoothView(
        booth.id(),
        hall.id(),
        booth.number(),
        booth.column(),
        booth.row(),
        holder == null ? null : new Exhibitor(holder.id(), holder.applicant().companyName()),
        holder == null ? 0 : free.getOrDefault(holder.id(), 0L).intValue());
  }
}
