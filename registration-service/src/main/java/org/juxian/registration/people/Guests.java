package org.juxian.registration.people;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.messaging.GuestMessages;
import org.juxian.registration.persistence.GuestStore;
import org.juxian.registration.persistence.GuestStore.Guest;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.stereotype.Service;

/**
 * People whom others register. Who has an account with this phone number is that person; anybody
 * else becomes a guest, of whom notification-service is told so that messages reach them.
 */
@Service
public class Guests {

  private final PersonStore people;
  private final GuestStore guests;
  private final Ids ids;
  private final InstantSource clock;

  Guests(PersonStore people, GuestStore guests, Ids ids, InstantSource clock) {
    this.people = people;
    this.guests = guests;
    this.ids = ids;
    this.clock = clock;
  }

  /** The id of whoever has this phone number, if anybody is known by it. */
  public Optional<String> known(String phone) {
    return people
        .byPhone(phone)
        .map(Person::id)
        .or(() -> guests.byPhone(phone).map(guest -> guest.person().id()));
  }

  /** The id of whoever has this phone number; a new guest's if nobody is known by it. */
  public String idOf(String phone, String name) {
    Optional<String> id = known(phone);
    while (id.isEmpty()) {
      Person guest = new Person(ids.next(), name, phone);
      boolean added =
          guests.add(
              guest,
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              List.of(GuestMessages.known(guest)));
      id = added ? Optional.of(guest.id()) : known(phone);
    }
    return id.get();
  }

  /** The account that has taken over from a guest, if one has. */
  public Optional<String> accountOf(String personId) {
    return guests.find(personId).flatMap(guest -> Optional.ofNullable(guest.claimedBy()));
  }

  /** The account with this phone number. */
  Optional<Person> account(String phone) {
    return people.byPhone(phone);
  }

  /** The guest with this phone number, whom its account takes over from. */
  Optional<Guest> byPhone(String phone) {
    return guests.byPhone(phone);
  }

  /** The account has taken over. */
  void claimed(Guest guest, String personId) {
    Optional<Guest> now = Optional.of(guest);
    while (now.isPresent()
        && now.get().claimedBy() == null
        && !guests.claimed(
            now.get(), personId, List.of(GuestMessages.claimed(guest.person(), personId)))) {
      now = guests.find(guest.person().id());
    }
  }
}
