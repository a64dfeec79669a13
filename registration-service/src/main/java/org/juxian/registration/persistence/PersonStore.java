package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Projection;
import org.juxian.registration.people.Person;
import org.springframework.stereotype.Repository;

/** Our copy of what identity-service tells about people, in the collection {@code people}. */
@Repository
public class PersonStore {

  private static final int MOST = 500;

  /** How many digits at the end of a phone number it is found by. */
  public static final int LAST = 4;

  /** Public for the driver's record codec. */
  public record PersonDocument(
      String name, @Nullable String phone, @Nullable String lastFour, @Nullable String mail) {}

  private final Projection<PersonDocument> people;

  PersonStore(MongoDatabase database) {
    this.people = new Projection<>(database, "people", PersonDocument.class);
    people
        .documents()
        .createIndex(Indexes.ascending("state.lastFour"), new IndexOptions().name("last-four"));
  }

  /** Keeps this unless something newer is kept. */
  public void apply(Person person, long sequence) {
    String phone = person.phone();
    people.apply(
        person.id(),
        sequence,
        new PersonDocument(person.name(), phone, lastFour(phone), small(person.mail())));
  }

  public Optional<Person> find(String id) {
    return people.find(id).map(state -> new Person(id, state.name(), state.phone(), state.mail()));
  }

  /** Those of these people who are known, by their ids. */
  public Map<String, Person> of(Collection<String> ids) {
    Map<String, Person> found = new HashMap<>();
    for (BsonDocument document : people.documents().find(in("_id", ids))) {
      PersonDocument state = people.state(document);
      String id = document.getString("_id").getValue();
      found.put(id, new Person(id, state.name(), state.phone()));
    }
    return found;
  }

  /** People whose phone number ends so. */
  public List<Person> endingIn(String lastFour) {
    List<Person> found = new ArrayList<>();
    for (BsonDocument document :
        people.documents().find(eq("state.lastFour", lastFour)).limit(MOST)) {
      PersonDocument state = people.state(document);
      found.add(new Person(document.getString("_id").getValue(), state.name(), state.phone()));
    }
    return found;
  }

  /** Who has this phone number. */
  public Optional<Person> byPhone(String phone) {
    BsonDocument found =
        people
            .documents()
            .find(and(eq("state.lastFour", lastFour(phone)), eq("state.phone", phone)))
            .first();
    return Optional.ofNullable(found)
        .map(
            document ->
                new Person(
                    document.getString("_id").getValue(), people.state(document).name(), phone));
  }

  private static @Nullable String small(@Nullable String mail) {
    return mail == null ? null : mail.toLowerCase(Locale.ROOT);
  }

  static @Nullable String lastFour(@Nullable String phone) {
    return phone == null || phone.length() < LAST ? null : phone.substring(phone.length() - LAST);
  }
}
