package org.juxian.fair.managing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.platform.testkit.MessageProbe.Heard;
import tools.jackson.databind.JsonNode;

/** Plays back what people were told of their interviews, and finds what must never be. */
final class InterviewLedger {

  private record Booked(String person, Instant startsAt, Instant endsAt) {

    boolean crowds(Booked other) {
      Duration breath = Duration.ofMinutes(10);
      return person.equals(other.person)
          && startsAt.isBefore(other.endsAt.plus(breath))
          && other.startsAt.isBefore(endsAt.plus(breath));
    }
  }

  private final Map<String, Booked> booked = new TreeMap<>();
  private final List<String> breaches = new ArrayList<>();

  /** Everything that is wrong between what was told, in its order, and the fair at the end. */
  static List<String> breaches(List<Heard> told, Fair end) {
    InterviewLedger ledger = new InterviewLedger();
    told.forEach(ledger::play);
    ledger.compare(end);
    return ledger.breaches;
  }

  private void play(Heard told) {
    JsonNode data = told.data();
    String slot = data.path("interviewId").asString("");
    switch (told.type()) {
      case "fair.interview-booked.v1" -> {
        Booked next =
            new Booked(
                data.path("personId").asString(), time(data, "startsAt"), time(data, "endsAt"));
        if (booked.containsKey(slot)) {
          breaches.add("an interview has two guests");
        }
        if (booked.values().stream().anyMatch(next::crowds)) {
          breaches.add(next.person() + " is in two interviews");
        }
        booked.put(slot, next);
      }
      case "fair.interview-ended.v1" -> booked.remove(slot);
      default -> {}
    }
  }

  private static Instant time(JsonNode data, String field) {
    return OffsetDateTime.parse(data.path(field).asString()).toInstant();
  }

  private void compare(Fair end) {
    Map<String, String> stored = new TreeMap<>();
    for (InterviewSlot slot : end.interviews().slots().values()) {
      InterviewSlot.Guest guest = slot.guest();
      if (guest != null) {
        stored.put(slot.id(), guest.personId());
      }
      if (end.plan().placeOf(slot.applicationId()).isEmpty()) {
        breaches.add("an interview is left at no booth");
      }
    }
    Map<String, String> known = new TreeMap<>();
    booked.forEach((slot, one) -> known.put(slot, one.person()));
    if (!stored.equals(known)) {
      breaches.add("told of interviews " + known + ", stored " + stored);
    }
  }
}
