package org.juxian.fair.persistence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.event.PublicEvent;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.booth.HallPlan;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.booth.Interviews;

/**
 * A fair as it is stored: with its halls and with every application's standing, so that one guarded
 * write decides who stands where. Public for the driver's record codec.
 *
 * @param applications by id
 * @param interviews null in what was written before there were any
 */
public record FairDocument(
    PublicEvent event,
    long edition,
    int boothsPerCompany,
    List<Hall> halls,
    Map<String, ApplicationEntry> applications,
    @Nullable List<SlotEntry> interviews) {

  static FairDocument of(Fair fair) {
    return new FairDocument(
        fair.event(),
        fair.edition(),
        fair.plan().boothsPerCompany(),
        fair.plan().halls(),
        fair.plan().applications().values().stream()
            .collect(Collectors.toMap(BoothApplication::id, ApplicationEntry::of)),
        fair.interviews().slots().values().stream().map(SlotEntry::of).toList());
  }

  Fair fair() {
    TreeMap<String, BoothApplication> standing = new TreeMap<>();
    applications.forEach((id, entry) -> standing.put(id, entry.application(id)));
    TreeMap<String, InterviewSlot> slots = new TreeMap<>();
    if (interviews != null) {
      interviews.forEach(entry -> slots.put(entry.id(), entry.slot()));
    }
    return new Fair(
        event, new HallPlan(halls, boothsPerCompany, standing), new Interviews(slots), edition);
  }
}
