package org.juxian.registration.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Through which doors people come to an event, and where these lead. Without doors the event is one
 * zone behind one door that has no name, and lets everybody in once.
 */
public record Entrance(List<Zone> zones, List<Door> doors) {

  /** As long as nothing was settled. */
  public static final Entrance ONE_DOOR = new Entrance(List.of(), List.of());

  /** What a door is to a ticket. */
  public sealed interface Way {

    /** It leads here; each zone with its rule. */
    record Open(Map<String, ReEntry> zones) implements Way {}

    /** It leads nowhere. */
    record Closed(Refusal why) implements Way {}
  }

  public Entrance {
    zones = List.copyOf(zones);
    doors = List.copyOf(doors);
  }

  public Optional<Door> door(@Nullable String id) {
    return doors.stream().filter(door -> door.id().equals(id)).findFirst();
  }

  public Optional<Zone> zone(String id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
  }

  /**
   * Where a kind of ticket gets through a door.
   *
   * @param doorId absent where the event has no doors
   */
  public Way way(@Nullable String doorId, String ticketTypeId) {
    if (doors.isEmpty() && doorId == null) {
      return new Way.Open(Map.of(Passage.WHOLE_EVENT, ReEntry.NONE));
    }
    return door(doorId)
        .<Way>map(door -> behind(door, ticketTypeId))
        .orElseGet(() -> new Way.Closed(new Refusal.NoSuchDoor()));
  }

  private Way behind(Door door, String ticketTypeId) {
    Map<String, ReEntry> open = new LinkedHashMap<>();
    for (Zone zone : zones) {
      if (door.zoneIds().contains(zone.id()) && zone.isOpenTo(ticketTypeId)) {
        open.put(zone.id(), zone.reEntry());
      }
    }
    return open.isEmpty() ? new Way.Closed(new Refusal.ZoneNotOpen()) : new Way.Open(open);
  }
}
