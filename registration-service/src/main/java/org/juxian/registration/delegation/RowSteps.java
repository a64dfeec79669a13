package org.juxian.registration.delegation;

import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.answering.Answers;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.people.ClaimGuest;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.ListRequest;
import org.springframework.stereotype.Component;

/** What is done for one person of a delegation. Each step may be done twice. */
@Component
class RowSteps {

  private final DelegationRowStore rows;
  private final QuietPlaces places;
  private final RegistrationStore registrations;
  private final Answers answers;
  private final ClaimGuest claiming;

  RowSteps(
      DelegationRowStore rows,
      QuietPlaces places,
      RegistrationStore registrations,
      Answers answers,
      ClaimGuest claiming) {
    this.rows = rows;
    this.places = places;
    this.registrations = registrations;
    this.answers = answers;
    this.claiming = claiming;
  }

  /** Takes a place for the person; says why not, where it cannot. */
  Optional<String> hold(Delegation delegation, DelegationRow row) {
    return switch (places.take(delegation, row)) {
      case QuietPlaces.Taken.Place(String personId, String registrationId) -> {
        rows.held(row, personId, registrationId);
        yield Optional.empty();
      }
      case QuietPlaces.Taken.None(String why) -> Optional.of(why);
    };
  }

  /**
   * Keeps the person's answers and tells them, once: their registration remembers the cause. Who
   * was approved before has been told.
   */
  void tell(Delegation delegation, DelegationRow row, Event event) {
    String person = row.personId();
    String registration = row.registrationId();
    if (person == null || registration == null) {
      throw new IllegalStateException("a row that holds a place lacks what holds it");
    }
    if (!row.answers().isEmpty()) {
      answers.put(delegation.eventId(), person, delegation.formVersion(), row.answers());
    }
    tell(ListRequest.telling(delegation.id()), registration, event);
    rows.told(row);
    claiming.lookAgain(person, row.phone());
  }

  private void tell(Cause cause, String registrationId, Event event) {
    Optional<Saved> saved = registrations.find(registrationId);
    while (saved.isPresent() && stands(saved.get().registration())) {
      Registration now = saved.get().registration();
      if (registrations.update(
              saved.get(), now, List.of(RegistrationMessages.made(now, event)), cause)
          != Written.STALE) {
        return;
      }
      saved = registrations.find(registrationId);
    }
  }

  private static boolean stands(Registration registration) {
    return registration instanceof Registration.Active || registration instanceof Pending.Requested;
  }

  /** Gives the person's place back, if there is one, as if it had never been taken. */
  void release(DelegationRow row, Event event) {
    places.giveBack(row, event);
  }
}
