package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.juxian.registration.catalogue.EventEntrance;
import org.juxian.registration.place.Entrance;
import org.springframework.stereotype.Repository;

/**
 * The doors and zones of events. They stand beside the state of the event's own document, as {@code
 * entrance: {version, settings}}, so that whoever reads the event has them.
 */
@Repository
public class EntranceStore {

  private final MongoCollection<BsonDocument> events;
  private final Codec<EntranceDocument> codec;

  EntranceStore(MongoDatabase database) {
    this.events = database.getCollection("events", BsonDocument.class);
    this.codec = database.getCodecRegistry().get(EntranceDocument.class);
  }

  /** Settles them anew, if nobody did since {@code seen}; says whether it did. */
  public boolean settle(String eventId, long seen, Entrance entrance) {
    Bson version = seen == 0 ? exists("entrance.version", false) : eq("entrance.version", seen);
    return events
            .updateOne(
                and(eq("_id", eventId), eq("state.known", true), version),
                Updates.combine(
                    Updates.set("entrance.settings", EntranceDocument.of(entrance)),
                    Updates.set("entrance.version", seen + 1)))
            .getMatchedCount()
        == 1;
  }

  EventEntrance of(BsonDocument event) {
    if (!event.containsKey("entrance")) {
      return EventEntrance.NONE;
    }
    BsonDocument found = event.getDocument("entrance");
    return new EventEntrance(
        found.getNumber("version").longValue(),
        codec
            .decode(
                new BsonDocumentReader(found.getDocument("settings")),
                DecoderContext.builder().build())
            .toEntrance());
  }
}
