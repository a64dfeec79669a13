package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Door;
import org.juxian.registration.place.Entrance;
import org.juxian.registration.place.ReEntry;
import org.juxian.registration.place.Zone;

/** All doors and zones of an event at once; none for a single door that has no name. */
record EntranceRequest(
    @NotNull @Size(max = 50) List<@NotNull @Valid ZoneRequest> zones,
    @NotNull @Size(max = 100) List<@NotNull @Valid DoorRequest> doors) {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,31}";

  /**
   * A zone.
   *
   * @param id chosen by the organiser; {@code all} is where those came to who were let in before
   *     there were zones
   */
  record ZoneRequest(
      @NotNull @Pattern(regexp = ID, message = "door-id") String id,
      @NotNull @Valid @Localized(max = 100) Text name,
      @NotNull @Pattern(regexp = "none|free|check-out|daily", message = "re-entry") String reEntry,
      @Size(max = 100) @Nullable List<@NotBlank @Size(max = 32) String> ticketTypeIds) {}

  /** A door. */
  record DoorRequest(
      @NotNull @Pattern(regexp = ID, message = "door-id") String id,
      @NotNull @Valid @Localized(max = 100) Text name,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 32) String> zoneIds) {}

  Entrance read(Event event) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < zones.size(); i++) {
      ZoneRequest zone = zones.get(i);
      String field = "zones[" + i + "]";
      once(known, zone.id(), field + ".id");
      for (int j = 0; j < types(zone).size(); j++) {
        if (event.ticketType(types(zone).get(j)).isEmpty()) {
          throw Problem.invalid(field + ".ticketTypeIds[" + j + "]", "ticket-type");
        }
      }
    }
    Set<String> doorIds = new HashSet<>();
    for (int i = 0; i < doors.size(); i++) {
      DoorRequest door = doors.get(i);
      String field = "doors[" + i + "]";
      once(doorIds, door.id(), field + ".id");
      for (int j = 0; j < door.zoneIds().size(); j++) {
        if (!known.contains(door.zoneIds().get(j))) {
          throw Problem.invalid(field + ".zoneIds[" + j + "]", "entrance-zone");
        }
      }
    }
    return new Entrance(
        zones.stream().map(EntranceRequest::zone).toList(),
        doors.stream().map(door -> new Door(door.id(), door.name(), door.zoneIds())).toList());
  }

  private static Zone zone(ZoneRequest zone) {
    return new Zone(zone.id(), zone.name(), Words.read(ReEntry.class, zone.reEntry()), types(zone));
  }

  private static List<String> types(ZoneRequest zone) {
    List<String> types = zone.ticketTypeIds();
    return types == null ? List.of() : types;
  }

  private static void once(Set<String> known, String id, String field) {
    if (!known.add(id)) {
      throw Problem.invalid(field, "twice");
    }
  }
}
