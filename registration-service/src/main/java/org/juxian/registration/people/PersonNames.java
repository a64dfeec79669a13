package org.juxian.registration.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/** Follows what people are called: in our copy, and in the registrations that stand. */
@Service
public class PersonNames {

  private static final int CHUNK = 200;

  private final PersonStore people;
  private final RegistrationsOfPerson ofPerson;
  private final RegistrationStore registrations;

  PersonNames(PersonStore people, RegistrationsOfPerson ofPerson, RegistrationStore registrations) {
    this.people = people;
    this.ofPerson = ofPerson;
    this.registrations = registrations;
  }

  /**
   * What to call a person: as identity-service told last, else as the token says, which keeps the
   * name of the sign-in; else their id.
   */
  public String name(String personId, String fromToken) {
    return people
        .find(personId)
        .map(Person::name)
        .orElse(fromToken.isBlank() ? personId : fromToken);
  }

  public Optional<Person> find(String personId) {
    return people.find(personId);
  }

  /** A person is told anew. May be called twice with the same. */
  public void changed(Person person, long sequence, Cause cause) {
    people.apply(person, sequence);
    String name = people.find(person.id()).map(Person::name).orElse(person.name());
    @Nullable String before = null;
    List<Saved> chunk;
    do {
      chunk = ofPerson.own(person.id(), before, CHUNK);
      for (Saved saved : chunk) {
        rename(saved, name, cause);
        before = saved.registration().booking().id();
      }
    } while (chunk.size() == CHUNK);
  }

  private void rename(Saved found, String name, Cause cause) {
    Optional<Saved> saved = Optional.of(found);
    String person = found.registration().booking().personId();
    while (saved.isPresent()
        && saved.get().registration().booking().personId().equals(person)
        && isNamedOtherwise(saved.get().registration(), name)) {
      Written written =
          registrations.update(
              saved.get(), saved.get().registration().named(name), List.of(), cause);
      if (written != Written.STALE) {
        return;
      }
      saved = registrations.find(found.registration().booking().id());
    }
  }

  private static boolean isNamedOtherwise(Registration registration, String name) {
    return !(registration instanceof Registration.Cancelled)
        && !registration.booking().personName().equals(name);
  }
}
