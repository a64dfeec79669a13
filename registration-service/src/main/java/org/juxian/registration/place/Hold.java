package org.juxian.registration.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything scarce that one registration holds. Each number is a unique key in the database, and
 * all of them stand in one document: they are taken together or not at all.
 *
 * @param places numbers of the ticket type, from 1 to its capacity; several for a group, none for
 *     who waits
 * @param ordinal the how manieth registration of the person for the event, from 1
 * @param typeOrdinal the how manieth of the ticket type, where the type has a limit of its own
 * @param units numbers of each shared quota that covers the ticket type, as many as places
 * @param code the invitation that was used, where one was needed; once for each place
 */
public record Hold(
    List<Integer> places,
    int ordinal,
    @Nullable Integer typeOrdinal,
    Map<String, List<Integer>> units,
    @Nullable CodeUse code) {

  /** Uses of an invitation code, one for each place; each from 1 to as many as it allows. */
  public record CodeUse(String invitationId, List<Integer> uses) {

    public CodeUse {
      uses = List.copyOf(uses);
    }

    /** One use. */
    public static CodeUse of(String invitationId, int use) {
      return new CodeUse(invitationId, List.of(use));
    }

    CodeUse first(int count) {
      return count < uses.size() ? new CodeUse(invitationId, uses.subList(0, count)) : this;
    }
  }

  public Hold {
    places = List.copyOf(places);
    units = Map.copyOf(units);
  }

  /** One place, and the person's first registration for the event. */
  public static Hold of(int place) {
    return new Hold(List.of(place), 1, null, Map.of(), null);
  }

  /** The same with these places and units for a party that waits: no more uses than places. */
  public Hold offered(List<Integer> seats, Map<String, List<Integer>> otherUnits) {
    return new Hold(
        seats, ordinal, typeOrdinal, otherUnits, code == null ? null : code.first(seats.size()));
  }

  /** The same with other places and units. */
  public Hold with(List<Integer> otherPlaces, Map<String, List<Integer>> otherUnits) {
    return new Hold(otherPlaces, ordinal, typeOrdinal, otherUnits, code);
  }

  /** The same with another ordinal within the ticket type. */
  public Hold withTypeOrdinal(@Nullable Integer other) {
    return new Hold(places, ordinal, other, units, code);
  }

  /** The same for another person, whose how manieth it is. */
  public Hold heldBy(int otherOrdinal, @Nullable Integer otherTypeOrdinal) {
    return new Hold(places, otherOrdinal, otherTypeOrdinal, units, code);
  }

  /** The same without a place: who waits holds none. */
  public Hold withoutPlaces() {
    return with(List.of(), Map.of());
  }

  /** The lowest place. */
  public int place() {
    return places.getFirst();
  }
}
