package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.checkin.Present;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.place.Passage;
import org.springframework.stereotype.Repository;

/** Reads of registrations only what is counted at the doors. */
@Repository
public class HeadStore {

  private final MongoCollection<BsonDocument> registrations;

  HeadStore(MongoDatabase database) {
    this.registrations = database.getCollection("registrations", BsonDocument.class);
    registrations.createIndex(
        Indexes.ascending("state.eventId", "state.passedAt"),
        new IndexOptions().name("passed").partialFilterExpression(exists("state.passedAt")));
  }

  /** All who are checked in. */
  public List<Present> all(String eventId) {
    return read(and(eq("state.eventId", eventId), eq("state.status", Status.CHECKED_IN.name())));
  }

  /** Those with whom something happened at a door since. */
  public List<Present> passedSince(String eventId, Instant since) {
    return read(and(eq("state.eventId", eventId), gte("state.passedAt", Date.from(since))));
  }

  private List<Present> read(Bson filter) {
    List<Present> found = new ArrayList<>();
    for (BsonDocument document :
        registrations
            .find(filter)
            .projection(
                Projections.include(
                    "state.ticketTypeId", "state.status", "state.checkedInAt", "state.presence"))
            .batchSize(1000)) {
      found.add(present(document.getString("_id").getValue(), document.getDocument("state")));
    }
    return found;
  }

  private static Present present(String id, BsonDocument state) {
    boolean in = state.getString("status").getValue().equals(Status.CHECKED_IN.name());
    return new Present(
        id,
        state.getString("ticketTypeId").getValue(),
        in ? Instant.ofEpochMilli(state.getDateTime("checkedInAt").getValue()) : null,
        in ? zones(state.get("presence")) : Map.of());
  }

  /** Where nothing is stored, the person was let in once. */
  private static Map<String, Present.InZone> zones(@Nullable BsonValue presence) {
    if (presence == null || presence.isNull()) {
      return Map.of(Passage.WHOLE_EVENT, new Present.InZone(true, 1));
    }
    Map<String, Present.InZone> zones = new HashMap<>();
    presence
        .asDocument()
        .forEach(
            (zone, stay) ->
                zones.put(
                    zone,
                    new Present.InZone(
                        stay.asDocument().getBoolean("inside").getValue(),
                        stay.asDocument().getNumber("entries").intValue())));
    return zones;
  }
}
