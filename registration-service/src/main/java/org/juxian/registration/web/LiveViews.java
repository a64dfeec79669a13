package org.juxian.registration.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.checkin.Counts;
import org.juxian.registration.place.Passage;
import org.juxian.registration.place.Zone;
import org.juxian.registration.web.RegistrationViews.TypeName;

/** Live counts as they are told. */
final class LiveViews {

  /** A zone; {@code people} were ever let in, {@code entries} counts coming in again. */
  record ZoneCount(String id, Text name, int inside, int people, int entries) {}

  /** A kind of ticket. */
  record TypeCount(TypeName ticketType, int arrived, int inside) {}

  /** Who came first within the quarter of an hour from then. */
  record Arrivals(Instant from, int arrived) {}

  /** All counts at a moment. */
  record CountsView(
      Instant at,
      int arrived,
      int inside,
      List<ZoneCount> zones,
      List<TypeCount> ticketTypes,
      List<Arrivals> arrivals) {}

  private static final Text WHOLE = new Text("全场", "Whole event");

  private LiveViews() {}

  static CountsView of(Counts counts, Event event, Instant at) {
    return new CountsView(
        at.truncatedTo(ChronoUnit.MILLIS),
        counts.arrived(),
        counts.inside(),
        zones(counts, event),
        event.ticketTypes().stream().map(type -> type(type, counts)).toList(),
        counts.arrivals().entrySet().stream()
            .map(step -> new Arrivals(step.getKey(), step.getValue()))
            .toList());
  }

  /** In the organiser's order; then those that were taken away and have people still. */
  private static List<ZoneCount> zones(Counts counts, Event event) {
    Map<String, Text> names = new LinkedHashMap<>();
    for (Zone zone : event.entrance().entrance().zones()) {
      names.put(zone.id(), zone.name());
    }
    counts
        .zones()
        .keySet()
        .forEach(
            id -> names.putIfAbsent(id, id.equals(Passage.WHOLE_EVENT) ? WHOLE : new Text(id, id)));
    return names.entrySet().stream()
        .map(
            zone -> {
              Counts.OfZone count = counts.zones().getOrDefault(zone.getKey(), Counts.OfZone.NONE);
              return new ZoneCount(
                  zone.getKey(), zone.getValue(), count.inside(), count.people(), count.entries());
            })
        .toList();
  }

  private static TypeCount type(TicketType type, Counts counts) {
    Counts.OfType count = counts.types().getOrDefault(type.id(), Counts.OfType.NONE);
    return new TypeCount(new TypeName(type.id(), type.name()), count.arrived(), count.inside());
  }
}
