package org.juxian.fair.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Period;
import org.juxian.fair.booth.InterviewSlot;

/**
 * An interview slot as it stands in its fair's document. Public for the driver's record codec.
 *
 * @param personId who took it; absent while it is free
 */
public record SlotEntry(
    String id,
    String applicationId,
    int table,
    Instant startsAt,
    Instant endsAt,
    @Nullable String personId,
    @Nullable String name) {

  static SlotEntry of(InterviewSlot slot) {
    InterviewSlot.Guest guest = slot.guest();
    return new SlotEntry(
        slot.id(),
        slot.applicationId(),
        slot.table(),
        slot.period().startsAt(),
        slot.period().endsAt(),
        guest == null ? null : guest.personId(),
        guest == null ? null : guest.name());
  }

  InterviewSlot slot() {
    return new InterviewSlot(
        id, applicationId, table, new Period(startsAt, endsAt), guest(personId, name));
  }

  private static InterviewSlot.@Nullable Guest guest(
      @Nullable String personId, @Nullable String name) {
    return personId == null ? null : new InterviewSlot.Guest(personId, name == null ? "" : name);
  }
}
