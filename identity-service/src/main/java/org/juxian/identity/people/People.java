package org.juxian.identity.people;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.persistence.PersonStore.Changed;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Stored;
import org.springframework.stereotype.Service;

/** Finds, makes and changes people. Any number of replicas may do so at once. */
@Service
public class People {

  private static final int MOST_ATTEMPTS = 50;

  private final PersonStore people;
  private final Ids ids;

  People(PersonStore people, Ids ids) {
    this.people = people;
    this.ids = ids;
  }

  public Optional<Person> find(String id) {
    return people.find(id).map(Stored::state);
  }

  /** Those found by every word of a query, behind an id: up to {@code limit} + 1. */
  public List<Person> search(String query, String after, int limit) {
    return people.search(query, after, limit);
  }

  /** Whose address this is; a newcomer where it was nobody's. */
  public Person at(Address address, Language language) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Person> known = people.findBy(address);
      if (known.isPresent()) {
        return known.get();
      }
      Person newcomer = Person.newcomer(ids.next(), address, language);
      if (people.add(newcomer)) {
        return newcomer;
      }
    }
    throw new IllegalStateException("an address has an owner who cannot be found");
  }

  /** Adds a person by name; nothing where the address has an owner already. */
  public Optional<Person> add(Address address, String name) {
    Person person = Person.newcomer(ids.next(), address, Language.ZH).called(name);
    return people.add(person) ? Optional.of(person) : Optional.empty();
  }

  /** Changes a person as they are at the moment of the write; nothing where there is none. */
  public Optional<Person> change(String id, UnaryOperator<Person> change) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Stored<Person>> before = people.find(id);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      Person after = change.apply(before.get().state());
      if (after.equals(before.get().state())
          || people.change(before.get(), after) == Changed.DONE) {
        return Optional.of(after);
      }
    }
    throw new IllegalStateException("too many changes at once");
  }

  /** What comes of adding an address. */
  public sealed interface Added {

    record Done(Person person) implements Added {}

    /** Another person has it. */
    record OthersAddress() implements Added {}

    /** The person has an address of this kind already. */
    record HasOne() implements Added {}

    record NoSuchPerson() implements Added {}
  }

  /** Gives a person a second address, once they have shown that it is theirs. */
  public Added addAddress(String id, Address address) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Stored<Person>> before = people.find(id);
      if (before.isEmpty()) {
        return new Added.NoSuchPerson();
      }
      Person person = before.get().state();
      if (person.addresses().contains(address)) {
        return new Added.Done(person);
      }
      if (person.addresses().stream().anyMatch(has -> has.channel() == address.channel())) {
        return new Added.HasOne();
      }
      Person after = person.alsoAt(address);
      switch (people.change(before.get(), after)) {
        case DONE -> {
          return new Added.Done(after);
        }
        case ADDRESS_TAKEN -> {
          return new Added.OthersAddress();
        }
        case STALE -> {}
      }
    }
    throw new IllegalStateException("too many changes at once");
  }
}
