package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.juxian.identity.messaging.Announcements;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.values.SearchTerms;
import org.springframework.stereotype.Repository;

/** People, in the collection {@code people}. Every write tells the other services of the person. */
@Repository
public class PersonStore {

  private static final String OWNER = "address-owner";

  private final AggregateCollection<PersonDocument> people;

  PersonStore(Aggregates aggregates) {
    this.people =
        aggregates
            .open("people", PersonDocument.class)
            .withIndex(
                Indexes.ascending("state.addresses"), new IndexOptions().name(OWNER).unique(true))
            .withIndex(Indexes.ascending("state.terms", "_id"), new IndexOptions().name("search"))
            .withIndex(Indexes.ascending("state.grants", "_id"), new IndexOptions().name("grants"));
  }

  /** Adds a person; false where one of the addresses has an owner already. */
  public boolean add(Person person) {
    try {
      people.insert(person.id(), change(person), null);
      return true;
    } catch (DuplicateException taken) {
      return refusedAddress(taken);
    }
  }

  public Optional<Stored<Person>> find(String id) {
    return people.find(id).map(PersonStore::person);
  }

  public Optional<Person> findBy(Address address) {
    return people.find(eq("state.addresses", address.value()), null, 1).stream()
        .findFirst()
        .map(found -> person(found).state());
  }

  /** What came of a change. */
  public enum Changed {
    DONE,
    /** Somebody else changed the person in between: read again. */
    STALE,
    /** The new address has another owner. */
    ADDRESS_TAKEN
  }

  /** Replaces the person, if they are still as they were read. */
  public Changed change(Stored<Person> before, Person after) {
    Stored<PersonDocument> stored =
        new Stored<>(before.id(), before.version(), PersonDocument.of(before.state()));
    try {
      return people.update(stored, change(after), null) == Written.DONE
          ? Changed.DONE
          : Changed.STALE;
    } catch (DuplicateException taken) {
      refusedAddress(taken);
      return Changed.ADDRESS_TAKEN;
    }
  }

  /**
   * Adds a message to the person, who stays as they are, once for each cause.
   *
   * @return whether it is told, by this or before; not if somebody wrote in between
   */
  public boolean tell(Stored<Person> person, Outgoing message, Cause cause) {
    PersonDocument same = PersonDocument.of(person.state());
    return people.update(
            new Stored<>(person.id(), person.version(), same), Change.telling(same, message), cause)
        != Written.STALE;
  }

  /**
   * Those found by every word of the query, behind an id, in the order of ids: {@code limit} + 1.
   */
  public List<Person> search(String query, String after, int limit) {
    List<Bson> conditions = new ArrayList<>();
    for (String term : SearchTerms.ofQuery(query)) {
      conditions.add(eq("state.terms", term));
    }
    conditions.add(gt("_id", after));
    return people.find(and(conditions), Sorts.ascending("_id"), limit + 1).stream()
        .map(found -> person(found).state())
        .toList();
  }

  /** Everybody's ids behind one, in their order. */
  public List<String> ids(String after, int limit) {
    return people.find(gt("_id", after), Sorts.ascending("_id"), limit).stream()
        .map(Stored::id)
        .toList();
  }

  /** Everybody who holds a grant; for those that few hold. */
  public List<Person> holding(String grant) {
    return people.find(eq("state.grants", grant), Sorts.ascending("_id"), 10_000).stream()
        .map(found -> person(found).state())
        .toList();
  }

  private static boolean refusedAddress(DuplicateException taken) {
    if (!taken.index().equals(OWNER)) {
      throw taken;
    }
    return false;
  }

  private static Change<PersonDocument> change(Person person) {
    return Change.telling(PersonDocument.of(person), Announcements.changed(person));
  }

  private static Stored<Person> person(Stored<PersonDocument> stored) {
    return new Stored<>(stored.id(), stored.version(), stored.state().person(stored.id()));
  }
}
