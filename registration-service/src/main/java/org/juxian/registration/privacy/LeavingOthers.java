package org.juxian.registration.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.place.TransferRules;
import org.springframework.stereotype.Component;

/**
 * What becomes of the registrations of others in which somebody stands who wants to be forgotten:
 * tickets that they are offered, and teams in which a captain named them.
 */
@Component
public class LeavingOthers {

  private static final int CHUNK = 200;

  private final RegistrationsOfPerson ofPerson;
  private final RegistrationStore registrations;
  private final EventBook events;
  private final PersonStore people;
  private final InstantSource clock;

  LeavingOthers(
      RegistrationsOfPerson ofPerson,
      RegistrationStore registrations,
      EventBook events,
      PersonStore people,
      InstantSource clock) {
    this.ofPerson = ofPerson;
    this.registrations = registrations;
    this.events = events;
    this.people = people;
    this.clock = clock;
  }

  /** Finds them by the addresses that are known of the person; done twice it is done once. */
  public void leave(String personId) {
    List<String> addresses = people.find(personId).map(Person::addresses).orElse(List.of());
    if (!addresses.isEmpty()) {
      ofPerson.offeredTo(addresses, CHUNK).forEach(saved -> takeBack(saved, addresses));
      leaveTeams(addresses);
    }
  }

  /** Where a captain named the person: the team stays as large as it was. */
  private void leaveTeams(List<String> addresses) {
    List<Saved> part;
    do {
      part = ofPerson.naming(addresses, CHUNK);
      part.forEach(saved -> leaveTeam(saved, addresses));
    } while (part.size() == CHUNK);
  }

  private void leaveTeam(Saved found, List<String> addresses) {
    Optional<Saved> saved = Optional.of(found);
    while (saved.isPresent()) {
      Registration before = saved.get().registration();
      Registration after = withoutMember(before, addresses);
      if (after.equals(before)
          || registrations.update(saved.get(), after, List.of(), null) == Written.DONE) {
        return;
      }
      saved = registrations.find(found.registration().booking().id());
    }
  }

  private static Registration withoutMember(Registration registration, List<String> addresses) {
    Booking booking = registration.booking();
    Team team = booking.team();
    return team == null ? registration : registration.with(booking.of(team.without(addresses)));
  }

  /** What others offered to the person: their addresses go with it, and the others hear so. */
  private void takeBack(Saved found, List<String> addresses) {
    Optional<Saved> saved = Optional.of(found);
    while (saved.isPresent()
        && isOffered(saved.get().registration(), addresses)
        && registrations.update(
                saved.get(), notOffered(saved.get()), declined(saved.get().registration()), null)
            != Written.DONE) {
      saved = registrations.find(found.registration().booking().id());
    }
  }

  private static Registration notOffered(Saved saved) {
    return saved.registration().with(saved.registration().booking().notOffered());
  }

  private List<Outgoing> declined(Registration registration) {
    Booking booking = registration.booking();
    return TransferRules.standing(registration, clock.instant())
        .flatMap(_ -> events.find(booking.eventId()))
        .map(event -> List.of(TransferMessages.declined(booking, event)))
        .orElse(List.of());
  }

  private static boolean isOffered(Registration registration, List<String> addresses) {
    Issue.Offer offer = registration.booking().issue().offer();
    return offer != null && addresses.contains(offer.address());
  }
}
