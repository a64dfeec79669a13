package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Stored;
import org.juxian.registration.place.Quota;
import org.springframework.stereotype.Repository;

/** Which numbers of a ticket type, a quota or an invitation are taken, as the database says. */
@Repository
public class TakenNumbers {

  private static final int MOST_GROUPS = 10_000;

  private final AggregateCollection<RegistrationDocument> registrations;

  TakenNumbers(RegistrationStore store) {
    this.registrations = store.documents();
    registrations.withIndex(
        Indexes.ascending("state.eventId", "state.ticketTypeId", "state.seats"),
        new IndexOptions().name("groups").partialFilterExpression(Filters.exists("state.seats")));
  }

  /** The numbers that are taken of a ticket type. */
  public BitSet takenPlaces(String eventId, String ticketTypeId) {
    BitSet taken = new BitSet();
    for (BsonDocument document :
        registrations
            .documents()
            .find(held(eventId, ticketTypeId))
            .projection(
                Projections.fields(Projections.excludeId(), Projections.include("state.places")))
            .batchSize(10_000)) {
      document
          .getDocument("state")
          .getArray("places")
          .forEach(place -> taken.set(place.asInt32().getValue()));
    }
    return taken;
  }

  /** The numbers that are taken of a quota which covers these types. */
  public BitSet takenUnits(String eventId, Quota quota) {
    BitSet taken = new BitSet();
    for (String type : quota.typeIds()) {
      for (BsonDocument document :
          registrations
              .documents()
              .find(held(eventId, type))
              .projection(
                  Projections.fields(Projections.excludeId(), Projections.include("state.keys")))
              .batchSize(10_000)) {
        document
            .getDocument("state")
            .getArray("keys", new BsonArray())
            .forEach(key -> taken.set(Keys.numberOf(quota.id(), key.asString().getValue())));
      }
    }
    taken.clear(0);
    return taken;
  }

  /** How many places are taken of a ticket type. */
  public int countTaken(String eventId, String ticketTypeId) {
    int holders = Math.toIntExact(registrations.count(held(eventId, ticketTypeId)));
    int more = 0;
    for (Stored<RegistrationDocument> group :
        registrations.find(
            and(
                eq("state.eventId", eventId),
                eq("state.ticketTypeId", ticketTypeId),
                gt("state.seats", 1)),
            null,
            MOST_GROUPS)) {
      List<Integer> places = group.state().places();
      more += places == null ? 0 : places.size() - 1;
    }
    return holders + more;
  }

  /** How often an invitation is in use. */
  public int uses(String eventId, String invitationId, int most) {
    List<String> keys = new ArrayList<>();
    for (int use = 1; use <= most; use++) {
      keys.add(Keys.use(invitationId, use));
    }
    int uses = 0;
    for (BsonDocument document :
        registrations
            .documents()
            .find(and(eq("state.eventId", eventId), in("state.keys", keys)))
            .projection(
                Projections.fields(Projections.excludeId(), Projections.include("state.keys")))) {
      for (BsonValue key : document.getDocument("state").getArray("keys")) {
        uses += Keys.useOf(invitationId, key.asString().getValue()) == 0 ? 0 : 1;
      }
    }
    return uses;
  }

  private static Bson held(String eventId, String ticketTypeId) {
    return and(
        eq("state.eventId", eventId),
        eq("state.ticketTypeId", ticketTypeId),
        gt("state.places", 0));
  }
}
