package org.juxian.registration.delegation;

import java.util.Set;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.people.Guests;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.registering.Application;
import org.juxian.registration.registering.CancelRegistration;
import org.juxian.registration.registering.ListRequest;
import org.juxian.registration.registering.Outcome;
import org.juxian.registration.registering.RegisterAttendee;
import org.springframework.stereotype.Component;

/**
 * Takes and gives back the places of a delegation without telling anybody. A place is taken in the
 * same way as anybody's, under the same unique indexes; the row is the request's key, so taking it
 * twice takes it once.
 */
@Component
class QuietPlaces {

  /** What became of taking a place. */
  sealed interface Taken {

    /** The person has it. */
    record Place(String personId, String registrationId) implements Taken {}

    /** There is none for them; names the problem's slug. */
    record None(String why) implements Taken {}
  }

  private final Guests guests;
  private final RegisterAttendee registering;
  private final CancelRegistration cancelling;
  private final RegistrationStore registrations;

  QuietPlaces(
      Guests guests,
      RegisterAttendee registering,
      CancelRegistration cancelling,
      RegistrationStore registrations) {
    this.guests = guests;
    this.registering = registering;
    this.cancelling = cancelling;
    this.registrations = registrations;
  }

  Taken take(Delegation delegation, DelegationRow row) {
    String personId = guests.idOf(row.phone(), row.name());
    Application wish =
        new Application(
            delegation.eventId(),
            delegation.ticketTypeId(),
            personId,
            row.name(),
            Set.of(Roles.SCHOOL_COORDINATOR + "@" + delegation.organisationId()),
            null,
            null,
            delegation.organisationId(),
            request(row),
            true);
    return switch (registering.register(wish)) {
      case Outcome.Done(var registration, var _, boolean _) ->
          new Taken.Place(registration.booking().personId(), registration.booking().id());
      case Outcome.Refused(Refusal refusal) -> new Taken.None(slug(refusal));
    };
  }

  void giveBack(DelegationRow row, Event event) {
    registrations
        .madeBy(request(row))
        .ifPresent(
            saved -> {
              String id = saved.registration().booking().id();
              cancelling.quietly(id, event);
              registrations.forget(id);
            });
  }

  private static Request request(DelegationRow row) {
    return ListRequest.of(row.delegationId(), row.line());
  }

  private static String slug(Refusal refusal) {
    if (refusal instanceof Refusal.Full) {
      return "full";
    }
    if (refusal instanceof Refusal.AlreadyRegistered) {
      return "already-registered";
    }
    boolean shut = refusal instanceof Refusal.NotOpenYet || refusal instanceof Refusal.ClosedSince;
    return shut
        ? "not-open"
        : refusal instanceof Refusal.EventCancelled ? "cancelled" : "not-allowed";
  }
}
