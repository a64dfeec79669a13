package org.juxian.registration.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.persistence.GuestStore.Guest;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.springframework.stereotype.Service;

/**
 * Gives a guest's registrations to the account that proved the guest's phone number. Each is one
 * guarded write; done twice it is done once. Where the account has a registration for the event
 * itself, the guest's stays as it is, for the school to see to.
 */
@Service
public class ClaimGuest {

  private static final int CHUNK = 200;

  private final Guests guests;
  private final RegistrationsOfPerson ofPerson;
  private final RegistrationStore registrations;
  private final AnswerStore answers;

  ClaimGuest(
      Guests guests,
      RegistrationsOfPerson ofPerson,
      RegistrationStore registrations,
      AnswerStore answers) {
    this.guests = guests;
    this.ofPerson = ofPerson;
    this.registrations = registrations;
    this.answers = answers;
  }

  /** An account has this phone number. */
  public void by(Person account) {
    String phone = account.phone();
    if (phone != null) {
      guests.byPhone(phone).ifPresent(guest -> claim(guest, account.id()));
    }
  }

  /** A registration was made for a guest: looks whether the account came meanwhile. */
  public void lookAgain(String personId, String phone) {
    guests
        .accountOf(personId)
        .ifPresentOrElse(
            account -> registrations(personId, account),
            () -> guests.account(phone).ifPresent(this::by));
  }

  private void claim(Guest guest, String account) {
    registrations(guest.person().id(), account);
    guests.claimed(guest, account);
    registrations(guest.person().id(), account);
  }

  private void registrations(String guest, String account) {
    @Nullable String before = null;
    List<Saved> chunk;
    do {
      chunk = ofPerson.own(guest, before, CHUNK);
      for (Saved saved : chunk) {
        claim(saved, account);
        before = saved.registration().booking().id();
      }
    } while (chunk.size() == CHUNK);
  }

  private void claim(Saved found, String account) {
    String guest = found.registration().booking().personId();
    String eventId = found.registration().booking().eventId();
    Optional<Saved> saved = Optional.of(found);
    while (saved.isPresent() && saved.get().registration().booking().personId().equals(guest)) {
      try {
        answers.copy(eventId, guest, account);
        if (registrations.update(
                saved.get(), saved.get().registration().claimedBy(account), List.of(), null)
            == Written.DONE) {
          return;
        }
      } catch (DuplicateException _) {
        return;
      }
      saved = registrations.find(found.registration().booking().id());
    }
  }
}
