package org.juxian.registration.registering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.TakenNumbers;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Quota;
import org.springframework.stereotype.Component;

/** Guesses a free place together with a free unit of each quota that covers it. */
@Component
public class Numbers {

  /** Numbers that seem free. */
  public record Guess(List<Integer> places, Map<String, List<Integer>> units) {}

  private final PlaceHints hints;
  private final TakenNumbers taken;

  Numbers(PlaceHints hints, TakenNumbers taken) {
    this.hints = hints;
    this.taken = taken;
  }

  /** So many places of a type; empty if they are not free, or a quota has no units for them. */
  public Optional<Guess> take(Event event, String typeId, int count) {
    int capacity = event.ticketType(typeId).orElseThrow().terms().capacity();
    List<Integer> places = new ArrayList<>();
    Map<String, List<Integer>> units = new HashMap<>();
    Guess guess = new Guess(places, units);
    for (int i = 0; i < count; i++) {
      OptionalInt place =
          hints.take(
              key(event.id(), typeId), capacity, () -> taken.takenPlaces(event.id(), typeId));
      if (place.isEmpty()) {
        return without(event.id(), typeId, guess);
      }
      places.add(place.getAsInt());
      for (Quota quota : event.admission().settings().quotasOf(typeId)) {
        OptionalInt unit =
            hints.take(
                key(event.id(), quota.id()),
                quota.capacity(),
                () -> taken.takenUnits(event.id(), quota));
        if (unit.isEmpty()) {
          return without(event.id(), typeId, guess);
        }
        units.computeIfAbsent(quota.id(), id -> new ArrayList<>()).add(unit.getAsInt());
      }
    }
    return Optional.of(guess);
  }

  /** The write for these numbers is over, whatever it came to. */
  public void settled(String eventId, String typeId, Hold hold) {
    hold.places().forEach(place -> hints.settled(key(eventId, typeId)));
    hold.units()
        .forEach((quota, units) -> units.forEach(unit -> hints.settled(key(eventId, quota))));
  }

  /** All these numbers are free. */
  public void giveBack(String eventId, String typeId, Hold hold) {
    hold.places().forEach(place -> hints.giveBack(key(eventId, typeId), place));
    giveBackUnits(eventId, hold, Set.of());
  }

  /** Some place was taken by somebody: the units are free. */
  public void giveBackUnits(String eventId, Hold hold) {
    giveBackUnits(eventId, hold, Set.of());
  }

  /** Some units were taken by somebody: the places are free, and the units of other quotas. */
  public void giveBackExcept(String eventId, String typeId, Hold hold, Set<String> quotaIds) {
    hold.places().forEach(place -> hints.giveBack(key(eventId, typeId), place));
    giveBackUnits(eventId, hold, quotaIds);
  }

  private void giveBackUnits(String eventId, Hold hold, Set<String> except) {
    hold.units()
        .forEach(
            (quota, units) -> {
              if (!except.contains(quota)) {
                units.forEach(unit -> hints.giveBack(key(eventId, quota), unit));
              }
            });
  }

  private Optional<Guess> without(String eventId, String typeId, Guess guess) {
    Hold nothing = new Hold(guess.places(), 1, null, guess.units(), null);
    settled(eventId, typeId, nothing);
    giveBack(eventId, typeId, nothing);
    return Optional.empty();
  }

  private static PlaceHints.Key key(String eventId, String id) {
    return new PlaceHints.Key(eventId, id);
  }
}
