package org.juxian.competition.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.juxian.competition.schedule.Assignment;
import org.juxian.competition.schedule.Heat;
import org.juxian.event.Period;
import org.juxian.event.web.EventRequest;

/** A heat as an organiser wants it. */
record HeatRequest(
    @NotNull Instant startsAt,
    @NotNull @Min(1) @Max(2880) Integer durationMinutes,
    @NotNull @Size(max = 500) List<@NotNull @Valid AssignmentRequest> assignments) {

  /** An entry at a workstation. */
  record AssignmentRequest(
      @NotBlank @Size(max = 64) String entryId, @NotBlank @Size(max = 20) String workstation) {}

  Heat heat(String id) {
    Instant start = EventRequest.kept(startsAt);
    return new Heat(
        id,
        1,
        new Period(start, start.plus(Duration.ofMinutes(durationMinutes))),
        assignments.stream().map(one -> new Assignment(one.entryId(), one.workstation())).toList());
  }
}
