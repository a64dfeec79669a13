package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.catalogue.EventAdmission;
import org.juxian.registration.place.AdmissionSettings;
import org.springframework.stereotype.Repository;

/**
 * What organisers settled about admission. It stands beside the state of the event's own document,
 * as {@code admission: {version, settings, settlingSince}}, so that whoever reads the event has it,
 * and one look shows whether either has changed.
 */
@Repository
public class AdmissionStore {

  /** Settings whose registrations may lack keys, and since when. */
  public record Unsettled(String eventId, long version, Instant since) {}

  private final MongoCollection<BsonDocument> events;
  private final Codec<AdmissionDocument> codec;

  AdmissionStore(MongoDatabase database) {
    this.events = database.getCollection("events", BsonDocument.class);
    this.codec = database.getCodecRegistry().get(AdmissionDocument.class);
    events.createIndex(
        Indexes.ascending("admission.settlingSince"),
        new IndexOptions()
            .name("settling")
            .partialFilterExpression(exists("admission.settlingSince")));
  }

  /**
   * Settles admission anew, if nobody did since {@code seen}; says whether it did.
   *
   * @param settlingSince given where registrations that stand may lack what this asks for
   */
  public boolean settle(
      String eventId, long seen, AdmissionSettings settings, @Nullable Instant settlingSince) {
    Bson version = seen == 0 ? exists("admission.version", false) : eq("admission.version", seen);
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.set("admission.settings", AdmissionDocument.of(settings)));
    updates.add(Updates.set("admission.version", seen + 1));
    if (settlingSince != null) {
      updates.add(Updates.set("admission.settlingSince", Date.from(settlingSince)));
    }
    return events
            .updateOne(
                and(eq("_id", eventId), eq("state.known", true), version), Updates.combine(updates))
            .getMatchedCount()
        == 1;
  }

  /** Some that are not settled yet, the oldest first. */
  public List<Unsettled> unsettled(Instant now, int limit) {
    List<Unsettled> found = new ArrayList<>();
    for (BsonDocument document :
        events
            .find(lte("admission.settlingSince", Date.from(now)))
            .projection(Projections.include("admission.version", "admission.settlingSince"))
            .limit(limit)) {
      BsonDocument admission = document.getDocument("admission");
      found.add(
          new Unsettled(
              document.getString("_id").getValue(),
              admission.getNumber("version").longValue(),
              Instant.ofEpochMilli(admission.getDateTime("settlingSince").getValue())));
    }
    return found;
  }

  /** All registrations have what the settings ask for, unless they changed once more. */
  public void settled(Unsettled which) {
    events.updateOne(
        and(eq("_id", which.eventId()), eq("admission.version", which.version())),
        Updates.unset("admission.settlingSince"));
  }

  long version(BsonDocument event) {
    return admission(event).map(found -> found.getNumber("version").longValue()).orElse(0L);
  }

  EventAdmission of(BsonDocument event) {
    return admission(event)
        .map(
            found ->
                new EventAdmission(
                    found.getNumber("version").longValue(),
                    codec
                        .decode(
                            new BsonDocumentReader(found.getDocument("settings")),
                            DecoderContext.builder().build())
                        .toSettings(),
                    found.containsKey("settlingSince")))
        .orElse(EventAdmission.NONE);
  }

  private static Optional<BsonDocument> admission(BsonDocument event) {
    return Optional.ofNullable(event.get("admission")).map(value -> value.asDocument());
  }
}
