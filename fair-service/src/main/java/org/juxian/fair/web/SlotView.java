package org.juxian.fair.web;

import java.time.Instant;
import java.util.List;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.InterviewSlot;

/**
 * An interview slot as visitors see it: who else took one is not theirs to know.
 *
 * @param mine whether the caller took it; else it is free
 */
record SlotView(String id, int table, Instant startsAt, Instant endsAt, boolean mine) {

  /** Those of a booth that the caller took or can take, by their start. */
  record All(List<SlotView> items) {

    static All of(Fair fair, String boothId, String personId, Instant now) {
      return new All(
          fair.plan().exhibitors().entrySet().stream()
              .filter(entry -> entry.getKey().equals(boothId))
              .flatMap(entry -> fair.interviews().of(entry.getValue().id()).stream())
              .filter(slot -> slot.isOf(personId) || slot.canBeTaken(now))
              .map(slot -> SlotView.of(slot, personId))
              .toList());
    }
  }

  static SlotView of(InterviewSlot slot, String personId) {
    return new SlotView(
        slot.id(),
        slot.table(),
        slot.period().startsAt(),
        slot.period().endsAt(),
        slot.isOf(personId));
  }
}
