package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Stored;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Repository;

/** Reads registrations for those at the doors. */
@Repository
public class DoorStore {

  private static final List<String> MAY_COME =
      List.of(Status.CONFIRMED.name(), Status.CHECKED_IN.name());

  /** A scan in doubt into which nobody has looked. */
  private static final Bson OPEN = and(exists("doubt"), exists("settled", false));

  private static final int MOST_OF_THEM = 5_000;

  private final AggregateCollection<RegistrationDocument> registrations;

  DoorStore(RegistrationStore registrations) {
    this.registrations =
        registrations
            .documents()
            .withIndex(
                Indexes.ascending("state.eventId", "state.doubts", "_id"),
                new IndexOptions().name("doubts").partialFilterExpression(exists("state.doubts")));
  }

  /** The registration with which this happened. */
  public Optional<Saved> withScan(String eventId, String nonce) {
    return registrations
        .find(and(eq("state.eventId", eventId), eq("state.nonces", nonce)), null, 1)
        .stream()
        .findFirst()
        .map(RegistrationStore::saved);
  }

  /**
   * Those with whom something is odd, oldest first.
   *
   * @param openOnly without those of whom somebody has looked into everything
   */
  public List<Saved> inDoubt(String eventId, boolean openOnly, @Nullable String after, int limit) {
    Bson any = and(eq("state.eventId", eventId), gt("state.doubts", 0));
    Bson odd = openOnly ? and(any, elemMatch("state.scans", OPEN)) : any;
    return registrations
        .find(after == null ? odd : and(odd, gt("_id", after)), Sorts.ascending("_id"), limit)
        .stream()
        .map(RegistrationStore::saved)
        .toList();
  }

  /** Who may come in and is called so, oldest first. */
  public List<Registration.Active> list(
      String eventId, List<String> words, @Nullable String after, int limit) {
    List<Bson> conditions = new ArrayList<>();
    conditions.add(eq("state.eventId", eventId));
    conditions.add(in("state.status", MAY_COME));
    words.forEach(word -> conditions.add(eq("state.terms", word)));
    if (after != null) {
      conditions.add(gt("_id", after));
    }
    return active(registrations.find(and(conditions), Sorts.ascending("_id"), limit).stream())
        .toList();
  }

  /** The same of these people, who are few; found by the index on the person. */
  public List<Registration.Active> listOf(
      String eventId,
      Collection<String> personIds,
      List<String> words,
      @Nullable String after,
      int limit) {
    Stream<Stored<RegistrationDocument>> theirs =
        registrations.find(in("state.personId", personIds), null, MOST_OF_THEM).stream()
            .filter(one -> one.state().eventId().equals(eventId))
            .filter(one -> one.state().terms().containsAll(words))
            .filter(one -> after == null || one.id().compareTo(after) > 0)
            .sorted(Comparator.comparing(Stored::id));
    return active(theirs).limit(limit).toList();
  }

  private static Stream<Registration.Active> active(Stream<Stored<RegistrationDocument>> found) {
    return found
        .map(RegistrationStore::saved)
        .map(Saved::registration)
        .filter(Registration.Active.class::isInstance)
        .map(Registration.Active.class::cast);
  }
}
