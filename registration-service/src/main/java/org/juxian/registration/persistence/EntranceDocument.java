package org.juxian.registration.persistence;

import java.util.List;
import org.juxian.platform.values.Text;
import org.juxian.registration.place.Door;
import org.juxian.registration.place.Entrance;
import org.juxian.registration.place.ReEntry;
import org.juxian.registration.place.Zone;

/** Doors and zones as they are stored; public for the driver's record codec. */
public record EntranceDocument(List<ZoneDocument> zones, List<DoorDocument> doors) {

  /** A zone as it is stored. */
  public record ZoneDocument(String id, Text name, ReEntry reEntry, List<String> ticketTypeIds) {}

  /** A door as it is stored. */
  public record DoorDocument(String id, Text name, List<String> zoneIds) {}

  static EntranceDocument of(Entrance entrance) {
    return new EntranceDocument(
        entrance.zones().stream()
            .map(
                zone ->
                    new ZoneDocument(zone.id(), zone.name(), zone.reEntry(), zone.ticketTypeIds()))
            .toList(),
        entrance.doors().stream()
            .map(door -> new DoorDocument(door.id(), door.name(), door.zoneIds()))
            .toList());
  }

  Entrance toEntrance() {
    return new Entrance(
        zones.stream()
            .map(zone -> new Zone(zone.id(), zone.name(), zone.reEntry(), zone.ticketTypeIds()))
            .toList(),
        doors.stream().map(door -> new Door(door.id(), door.name(), door.zoneIds())).toList());
  }
}
