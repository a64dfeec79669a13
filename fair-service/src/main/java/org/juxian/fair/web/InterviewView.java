package org.juxian.fair.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.InterviewSlot;

/**
 * An interview slot as its exhibitor sees it, and nobody else.
 *
 * @param guestName who took it; absent while it is free
 */
record InterviewView(
    String id, int table, Instant startsAt, Instant endsAt, @Nullable String guestName) {

  /** All of an exhibitor, by their start. */
  record All(List<InterviewView> items) {

    static All of(Fair fair, String applicationId) {
      return new All(fair.interviews().of(applicationId).stream().map(InterviewView::of).toList());
    }
  }

  private static InterviewView of(InterviewSlot slot) {
    InterviewSlot.Guest guest = slot.guest();
    return new InterviewView(
        slot.id(),
        slot.table(),
        slot.period().startsAt(),
        slot.period().endsAt(),
        guest == null ? null : guest.name());
  }
}
