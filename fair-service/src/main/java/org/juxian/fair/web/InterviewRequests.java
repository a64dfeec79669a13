package org.juxian.fair.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.booth.Opening;

/** What can be done about interviews. */
final class InterviewRequests {

  private InterviewRequests() {}

  /**
   * Open slots in a row.
   *
   * @param table at the booth; 1 if absent
   * @param startsAt of the first
   * @param minutes how long each is
   * @param gapMinutes between two; 0 if absent
   * @param count how many; 1 if absent
   */
  record Open(
      @Nullable Integer table,
      @NotNull Instant startsAt,
      @NotNull Integer minutes,
      @Nullable Integer gapMinutes,
      @Nullable Integer count) {

    Opening opening() {
      return new Opening(
          table == null ? 1 : table,
          startsAt.truncatedTo(ChronoUnit.MINUTES),
          minutes,
          gapMinutes == null ? 0 : gapMinutes,
          count == null ? 1 : count);
    }
  }

  /**
   * Take a slot.
   *
   * @param name as the exhibitor is told it
   */
  record Take(@NotBlank @Size(max = 100) String name) {

    InterviewSlot.Guest guest(String personId) {
      return new InterviewSlot.Guest(personId, name.strip());
    }
  }

  /** Close a slot, and say why. */
  record Close(@Nullable @Size(max = 500) String reason) {

    @Nullable String said() {
      return reason == null || reason.isBlank() ? null : reason.strip();
    }
  }
}
