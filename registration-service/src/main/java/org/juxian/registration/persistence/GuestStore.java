package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.people.Person;
import org.springframework.stereotype.Repository;

/**
 * People who were registered by somebody else and have no account yet, in the collection {@code
 * guests}. Of each phone number there is one, until its account takes over: a unique partial index.
 */
@Repository
public class GuestStore {

  private static final int MOST = 500;

  /**
   * A guest as stored; public for the driver's record codec.
   *
   * @param phone E.164; gone once an account has taken over
   * @param claimedBy the account that has taken over
   */
  public record GuestDocument(
      String name,
      @Nullable String phone,
      @Nullable String lastFour,
      @Nullable String claimedBy,
      Instant at) {}

  /** A guest and the version of their document. */
  public record Guest(Person person, @Nullable String claimedBy, long version, Instant at) {}

  private final AggregateCollection<GuestDocument> guests;

  GuestStore(Aggregates aggregates) {
    this.guests =
        aggregates
            .open("guests", GuestDocument.class)
            .withIndex(
                Indexes.ascending("state.phone"),
                new IndexOptions()
                    .name("phone")
                    .unique(true)
                    .partialFilterExpression(Filters.exists("state.phone")))
            .withIndex(
                Indexes.ascending("state.claimedBy"),
                new IndexOptions()
                    .name("claimed-by")
                    .partialFilterExpression(Filters.exists("state.claimedBy")))
            .withIndex(
                Indexes.ascending("state.lastFour"),
                new IndexOptions()
                    .name("last-four")
                    .partialFilterExpression(Filters.exists("state.lastFour")));
  }

  /** Stores a new guest and tells of them, unless the phone number has one; says whether it did. */
  public boolean add(Person guest, Instant at, List<Outgoing> messages) {
    String phone = guest.phone();
    GuestDocument document =
        new GuestDocument(guest.name(), phone, PersonStore.lastFour(phone), null, at);
    try {
      guests.insert(guest.id(), new Change<>(document, messages), null);
      return true;
    } catch (DuplicateException _) {
      return false;
    }
  }

  /** An account has taken over: the phone number is theirs from now on. */
  public boolean claimed(Guest guest, String personId, List<Outgoing> messages) {
    GuestDocument document =
        new GuestDocument(guest.person().name(), null, null, personId, guest.at());
    return guests.update(
            new Stored<>(guest.person().id(), guest.version(), document),
            new Change<>(document, messages),
            null)
        == Written.DONE;
  }

  /** Lets go of a guest, unless somebody wrote in between. */
  public void forget(Guest guest) {
    guests.remove(guest.person().id(), guest.version());
  }

  public Optional<Guest> find(String id) {
    return guests.find(id).map(GuestStore::guest);
  }

  /** Who has this phone number and no account. */
  public Optional<Guest> byPhone(String phone) {
    return read(eq("state.phone", phone), 1).stream().findFirst();
  }

  /** Those of these people who are guests, by their ids. */
  public Map<String, Person> of(Collection<String> ids) {
    Map<String, Person> found = new HashMap<>();
    if (!ids.isEmpty()) {
      read(in("_id", ids), ids.size())
          .forEach(guest -> found.put(guest.person().id(), guest.person()));
    }
    return found;
  }

  /** Guests whose phone number ends so. */
  public List<Person> endingIn(String lastFour) {
    return read(eq("state.lastFour", lastFour), MOST).stream().map(Guest::person).toList();
  }

  private List<Guest> read(Bson filter, int limit) {
    return guests.find(filter, null, limit).stream().map(GuestStore::guest).toList();
  }

  private static Guest guest(Stored<GuestDocument> stored) {
    GuestDocument state = stored.state();
    return new Guest(
        new Person(stored.id(), state.name(), state.phone()),
        state.claimedBy(),
        stored.version(),
        state.at());
  }
}
