package org.juxian.registration.privacy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.place.TransferRules;
import org.juxian.registration.registering.CancelRegistration;
import org.springframework.stereotype.Component;

/**
 * What becomes of the registrations of a person who wants to be forgotten: those to come are given
 * back, and all of them lose the name, the team's names, and which sessions were chosen. That
 * somebody was there stays, for the counts.
 */
@Component
class Leaving {

  private static final int CHUNK = 200;

  private final RegistrationStore registrations;
  private final CancelRegistration cancelling;
  private final EventBook events;
  private final PersonStore people;
  private final InstantSource clock;

  Leaving(
      RegistrationStore registrations,
      CancelRegistration cancelling,
      EventBook events,
      PersonStore people,
      InstantSource clock) {
    this.clock = clock;
    this.people = people;
    this.registrations = registrations;
    this.cancelling = cancelling;
    this.events = events;
  }

  void leave(String personId) {
    @Nullable String before = null;
    List<Saved> chunk;
    do {
      chunk = registrations.of(personId, before, CHUNK);
      for (Saved saved : chunk) {
        before = saved.registration().booking().id();
        leave(saved.registration(), personId);
      }
    } while (chunk.size() == CHUNK);
    List<String> addresses = people.find(personId).map(Person::addresses).orElse(List.of());
    if (!addresses.isEmpty()) {
      registrations.offeredTo(addresses, CHUNK).forEach(saved -> takeBack(saved, addresses));
      leaveTeams(addresses);
    }
  }

  /** Where a captain named the person: the team stays as large as it was. */
  private void leaveTeams(List<String> addresses) {
    List<Saved> part;
    do {
      part = registrations.naming(addresses, CHUNK);
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

  /**
   * The name goes first, so that what is told of the rest does not bring it back elsewhere; the
   * team's names go last, so that its members hear that they have no place any more.
   */
  private void leave(Registration registration, String personId) {
    String id = registration.booking().id();
    write(id, personId, one -> one.named(Booking.NOBODY));
    events
        .find(registration.booking().eventId())
        .ifPresent(
            event -> {
              var _ = cancelling.own(id, event, personId);
            });
    write(id, personId, Registration::forgotten);
  }

  private void write(String id, String personId, UnaryOperator<Registration> forget) {
    Optional<Saved> saved = registrations.find(id);
    while (saved.isPresent()
        && saved.get().registration().booking().personId().equals(personId)
        && !forget.apply(saved.get().registration()).equals(saved.get().registration())
        && registrations.update(
                saved.get(), forget.apply(saved.get().registration()), List.of(), null)
            != Written.DONE) {
      saved = registrations.find(id);
    }
  }
}
