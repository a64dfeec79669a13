package org.juxian.competition.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.schedule.Assignment;
import org.juxian.competition.schedule.Heat;
import org.juxian.competition.schedule.Schedule;

/** A heat; names are shown to the organisers only. */
record HeatView(
    String id,
    long version,
    Instant startsAt,
    Instant endsAt,
    long durationMinutes,
    List<AssignmentView> assignments) {

  /** An entry at a workstation. */
  record AssignmentView(String entryId, String workstation, @Nullable String name) {}

  static HeatView of(Heat heat, Schedule schedule, boolean named) {
    return of(heat, schedule, named, assignment -> true);
  }

  static HeatView of(Heat heat, Schedule schedule, boolean named, Predicate<Assignment> shown) {
    return new HeatView(
        heat.id(),
        heat.version(),
        heat.period().startsAt(),
        heat.period().endsAt(),
        Duration.between(heat.period().startsAt(), heat.period().endsAt()).toMinutes(),
        heat.assignments().stream()
            .filter(shown)
            .map(
                one ->
                    new AssignmentView(
                        one.entryId(),
                        one.workstation(),
                        named ? schedule.entry(one).shownName() : null))
            .toList());
  }
}
