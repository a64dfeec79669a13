package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Pending;
import org.springframework.stereotype.Repository;

/** Those registrations that wait or are offered something. */
@Repository
public class WaitingStore {

  /** A priority is between this and its negative. */
  public static final int HIGHEST_PRIORITY = 1000;

  private static final String TURN = "state.waiting.turn";
  private static final String UNTIL = "state.waiting.until";
  private static final Bson WAITS = gte(TURN, -HIGHEST_PRIORITY);

  private final AggregateCollection<RegistrationDocument> registrations;

  WaitingStore(RegistrationStore store) {
    this.registrations = store.documents();
    registrations
        .withIndex(
            Indexes.ascending("state.eventId", "state.ticketTypeId", TURN, "_id"),
            new IndexOptions().name("line").partialFilterExpression(exists(TURN)))
        .withIndex(
            Indexes.ascending(UNTIL),
            new IndexOptions().name("offers").partialFilterExpression(exists(UNTIL)));
  }

  /** Those who wait for places at an event, in their order. */
  public List<Saved> inOrder(String eventId, int limit) {
    return registrations.find(and(eq("state.eventId", eventId), WAITS), null, limit).stream()
        .map(RegistrationStore::saved)
        .sorted(Comparator.comparingInt(WaitingStore::turn).thenComparing(WaitingStore::id))
        .toList();
  }

  /** Whether anybody waits for this ticket type. */
  public boolean anyWaits(String eventId, String typeId) {
    return !registrations.find(and(ofType(eventId, typeId), WAITS), null, 1).isEmpty();
  }

  /** Whether anybody waits for anything at this event. */
  public boolean anyWaits(String eventId) {
    return !registrations.find(and(eq("state.eventId", eventId), WAITS), null, 1).isEmpty();
  }

  /** How many wait for a ticket type. */
  public int count(String eventId, String typeId) {
    return Math.toIntExact(registrations.count(and(ofType(eventId, typeId), WAITS)));
  }

  /** How many are ahead of this one, of those who wait for the same ticket type. */
  public int ahead(Pending.Waiting waiting) {
    Bson type = ofType(waiting.booking().eventId(), waiting.booking().ticketTypeId());
    int turn = -waiting.priority();
    long earlierTurn = registrations.count(and(type, gte(TURN, -HIGHEST_PRIORITY), lt(TURN, turn)));
    long sameTurn =
        registrations.count(and(type, eq(TURN, turn), lt("_id", waiting.booking().id())));
    return Math.toIntExact(earlierTurn + sameTurn);
  }

  /** The next event, by id, for which somebody waits. */
  public Optional<String> eventAfter(String eventId) {
    return registrations
        .find(and(gt("state.eventId", eventId), WAITS), Sorts.ascending("state.eventId"), 1)
        .stream()
        .findFirst()
        .map(stored -> stored.state().eventId());
  }

  /** Offers whose time is over, the oldest first. */
  public List<Saved> over(Instant now, int limit) {
    return registrations.find(lte(UNTIL, Date.from(now)), Sorts.ascending(UNTIL), limit).stream()
        .map(RegistrationStore::saved)
        .toList();
  }

  private static Bson ofType(String eventId, String typeId) {
    return and(eq("state.eventId", eventId), eq("state.ticketTypeId", typeId));
  }

  private static int turn(Saved saved) {
    return saved.registration() instanceof Pending.Waiting waiting ? -waiting.priority() : 0;
  }

  private static String id(Saved saved) {
    return saved.registration().booking().id();
  }
}
