package org.juxian.fair.persistence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.juxian.event.PublicEvent;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.booth.HallPlan;

/**
 * A fair as it is stored: with its halls and with every application's standing, so that one guarded
 * write decides who stands where. Public for the driver's record codec.
 *
 * @param applications by id
 */
public record FairDocument(
    PublicEvent event,
    long edition,
    int boothsPerCompany,
    List<Hall> halls,
    Map<String, ApplicationEntry> applications) {

  static FairDocument of(Fair fair) {
    return new FairDocument(
        fair.event(),
        fair.edition(),
        fair.plan().boothsPerCompany(),
        fair.plan().halls(),
        fair.plan().applications().values().stream()
            .collect(Collectors.toMap(BoothApplication::id, ApplicationEntry::of)));
  }

  Fair fair() {
    TreeMap<String, BoothApplication> standing = new TreeMap<>();
    applications.forEach((id, entry) -> standing.put(id, entry.application(id)));
    return new Fair(event, new HallPlan(halls, boothsPerCompany, standing), edition);
  }
}
