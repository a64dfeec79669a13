package org.juxian.identity.people;

import java.time.InstantSource;
import org.juxian.identity.persistence.UseStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.springframework.stereotype.Service;

/**
 * Finds whose address somebody has shown to be theirs, and notes that the account is used. Where it
 * is being given up at this moment, that is brought to its end first: then the address is nobody's,
 * and whoever has it is a newcomer.
 */
@Service
public class Entering {

  private static final int MOST_ATTEMPTS = 50;

  private final People people;
  private final UseStore uses;
  private final IdentityData data;
  private final InstantSource clock;

  Entering(People people, UseStore uses, IdentityData data, InstantSource clock) {
    this.people = people;
    this.uses = uses;
    this.data = data;
    this.clock = clock;
  }

  /** Whose address it is; a newcomer where it was nobody's. */
  public Person by(Address address, Language language) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Person person = people.at(address, language);
      if (uses.use(person.id(), clock.instant())) {
        return person;
      }
      data.erase(person.id());
    }
    throw new IllegalStateException("an account that was given up keeps its address");
  }
}
