package org.juxian.registration.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.SearchTerms;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.DoorStore;
import org.juxian.registration.persistence.GuestStore;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/** Finds who may come in, for those at the door: they are shown no more than they need. */
@Service
public class DoorList {

  /**
   * Somebody who may come in, or is in.
   *
   * @param lastFour the end of the phone number
   */
  public record Guest(Registration.Active registration, @Nullable String lastFour) {}

  private final DoorStore doors;
  private final PersonStore people;
  private final GuestStore guests;

  DoorList(DoorStore doors, PersonStore people, GuestStore guests) {
    this.doors = doors;
    this.people = people;
    this.guests = guests;
  }

  /**
   * A part of the list, oldest first.
   *
   * @param lastFour the end of the phone number, where it is asked for
   * @param name part of the name or the ticket number, where it is asked for
   */
  public List<Guest> find(
      String eventId,
      @Nullable String lastFour,
      @Nullable String name,
      @Nullable String after,
      int limit) {
    List<String> words = name == null ? List.of() : SearchTerms.ofQuery(name);
    if (name != null && words.isEmpty()) {
      return List.of();
    }
    List<Registration.Active> found =
        lastFour == null
            ? doors.list(eventId, words, after, limit)
            : doors.listOf(eventId, endingIn(lastFour), words, after, limit);
    Map<String, String> ends = ends(found);
    return found.stream().map(one -> new Guest(one, ends.get(personId(one)))).toList();
  }

  private Set<String> endingIn(String lastFour) {
    return Stream.concat(people.endingIn(lastFour).stream(), guests.endingIn(lastFour).stream())
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  private Map<String, String> ends(List<Registration.Active> found) {
    List<String> ids = found.stream().map(DoorList::personId).distinct().toList();
    Map<String, String> ends = new HashMap<>();
    Stream.concat(guests.of(ids).values().stream(), people.of(ids).values().stream())
        .forEach(
            person -> {
              String phone = person.phone();
              if (phone != null && phone.length() >= PersonStore.LAST) {
                ends.put(person.id(), phone.substring(phone.length() - PersonStore.LAST));
              }
            });
    return ends;
  }

  private static String personId(Registration registration) {
    Booking booking = registration.booking();
    return booking.personId();
  }
}
