package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.BitSet;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Repository;

/**
 * The registrations, one document each, in the collection {@code registrations}. Two unique indexes
 * hold what must never break: no place is held twice, and no person is registered twice for an
 * event.
 */
@Repository
public class RegistrationStore {

  static final String PLACE = "place";
  static final String PERSON = "person";
  static final String REQUEST = "request";

  /** What became of a new registration. */
  public sealed interface Inserted {

    /** It is stored. */
    record Done(Saved saved) implements Inserted {}

    /** Somebody holds this place. */
    record PlaceTaken() implements Inserted {}

    /** The person, or this very request, has a registration for the event. */
    record Known() implements Inserted {}
  }

  /** A registration and the version of its document, to write on. */
  public record Saved(Registration registration, long version, @Nullable Request request) {}

  private final AggregateCollection<RegistrationDocument> registrations;

  RegistrationStore(Aggregates aggregates, Guards guards) {
    this.registrations = aggregates.open("registrations", RegistrationDocument.class);
    guards.on(registrations);
    registrations
        .withIndex(Indexes.ascending("state.personId", "_id"), new IndexOptions().name("mine"))
        .withIndex(Indexes.ascending("state.eventId", "_id"), new IndexOptions().name("event"))
        .withIndex(
            Indexes.ascending("state.eventId", "state.revokedAt", "_id"),
            new IndexOptions().name("revoked").partialFilterExpression(exists("state.revokedAt")));
  }

  /** One durable write: the registration, its place, its message. */
  public Inserted insert(
      Registration.Held held, @Nullable Request request, List<Outgoing> messages) {
    try {
      Stored<RegistrationDocument> stored =
          registrations.insert(
              held.booking().id(),
              new Change<>(RegistrationDocument.of(held, request), messages),
              null);
      return new Inserted.Done(saved(stored));
    } catch (DuplicateException refused) {
      return refused.index().equals(PLACE) ? new Inserted.PlaceTaken() : new Inserted.Known();
    }
  }

  /** Writes the next state if nobody wrote in between. */
  public Written update(
      Saved before, Registration next, List<Outgoing> messages, @Nullable Cause cause) {
    String id = before.registration().booking().id();
    return registrations.update(
        new Stored<>(
            id, before.version(), RegistrationDocument.of(before.registration(), before.request())),
        new Change<>(RegistrationDocument.of(next, before.request()), messages),
        cause);
  }

  /** Takes away a registration of which nothing was ever told and which holds nothing. */
  public void forget(String id) {
    find(id)
        .filter(saved -> saved.registration() instanceof Registration.Cancelled)
        .ifPresent(saved -> registrations.remove(id, saved.version()));
  }

  public Optional<Saved> find(String id) {
    return registrations.find(id).map(RegistrationStore::saved);
  }

  /** The registration that this person has for an event, if one stands. */
  public Optional<Saved> standing(String eventId, String personId) {
    return first(and(eq("state.eventId", eventId), eq("state.claim", personId)));
  }

  /** What a request made. */
  public Optional<Saved> madeBy(Request request) {
    return first(eq("state.request", request.key()));
  }

  /** A person's registrations, newest first. */
  public List<Saved> of(String personId, @Nullable String before, int limit) {
    Bson mine = eq("state.personId", personId);
    return read(
        before == null ? mine : and(mine, lt("_id", before)), Sorts.descending("_id"), limit);
  }

  /**
   * Those of which a ticket became invalid, by when.
   *
   * @param after behind which one to begin: its time and its id
   */
  public List<Saved> revoked(String eventId, Instant after, String afterId, int limit) {
    Date time = Date.from(after);
    return read(
        and(
            eq("state.eventId", eventId),
            gte("state.revokedAt", time),
            or(gt("state.revokedAt", time), gt("_id", afterId))),
        Sorts.ascending("state.revokedAt", "_id"),
        limit);
  }

  /** Those that stand, oldest first. */
  public List<Saved> standing(String eventId, @Nullable String after, int limit) {
    Bson active =
        and(
            eq("state.eventId", eventId),
            in("state.status", Status.CONFIRMED.name(), Status.CHECKED_IN.name()));
    return read(
        after == null ? active : and(active, gt("_id", after)), Sorts.ascending("_id"), limit);
  }

  /** The numbers that are taken of a ticket type. */
  public BitSet takenPlaces(String eventId, String ticketTypeId) {
    BitSet taken = new BitSet();
    for (BsonDocument document :
        registrations
            .documents()
            .find(held(eventId, ticketTypeId))
            .projection(
                Projections.fields(Projections.excludeId(), Projections.include("state.place")))
            .batchSize(10_000)) {
      taken.set(document.getDocument("state").getInt32("place").getValue());
    }
    return taken;
  }

  /** How many places are taken of a ticket type. */
  public int countTaken(String eventId, String ticketTypeId) {
    return Math.toIntExact(registrations.count(held(eventId, ticketTypeId)));
  }

  private static Bson held(String eventId, String ticketTypeId) {
    return and(
        eq("state.eventId", eventId), eq("state.ticketTypeId", ticketTypeId), gt("state.place", 0));
  }

  private Optional<Saved> first(Bson filter) {
    return registrations.find(filter, null, 1).stream().findFirst().map(RegistrationStore::saved);
  }

  private List<Saved> read(Bson filter, Bson sort, int limit) {
    return registrations.find(filter, sort, limit).stream().map(RegistrationStore::saved).toList();
  }

  private static Saved saved(Stored<RegistrationDocument> stored) {
    return new Saved(
        stored.state().toRegistration(stored.id()), stored.version(), stored.state().asked());
  }
}
