package org.juxian.fair.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.EventRequest;

/** What can be done with an application. */
final class ReviewRequests {

  private ReviewRequests() {}

  /** Give it this booth. */
  record Assign(@NotNull @Pattern(regexp = EventRequest.ID) String boothId) {}

  /** Decline it, and say why. */
  record Reject(@NotBlank @Size(max = 500) String reason) {}

  /** Take it back. */
  record Withdraw(@Nullable @Size(max = 500) String reason) {

    @Nullable String said() {
      return reason == null || reason.isBlank() ? null : reason.strip();
    }
  }
}
