package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * How far we are in letting go of an event's people: {@code forgetting} in the event's own
 * document, which what its service tells does not touch.
 */
@Repository
public class EndedEvents {

  private final MongoCollection<Document> events;

  EndedEvents(MongoDatabase database) {
    this.events = database.getCollection("events");
  }

  /** Those that were over by then and that we are not done with, oldest first. */
  public List<String> due(Instant endedBefore, int limit) {
    List<String> ids = new ArrayList<>();
    Date time = Date.from(endedBefore);
    for (Document event :
        events
            .find(
                and(
                    eq("state.known", true),
                    lt("state.startsAt", time),
                    lt("state.endsAt", time),
                    exists("forgetting.doneAt", false)))
            .projection(Projections.include("_id"))
            .sort(Sorts.ascending("state.startsAt", "_id"))
            .limit(limit)) {
      ids.add(event.getString("_id"));
    }
    return ids;
  }

  /** Begins, or goes on; answers the name of the one entry of the audit that tells of it. */
  public String begin(String eventId, String trace) {
    events.updateOne(
        and(eq("_id", eventId), exists("forgetting", false)),
        Updates.set("forgetting.trace", trace));
    Document event =
        events.findOneAndUpdate(
            eq("_id", eventId),
            Updates.inc("forgetting.begun", 1),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return event == null ? trace : event.get("forgetting", Document.class).getString("trace");
  }

  /** Nothing is left to do. */
  public void done(String eventId, Instant at) {
    events.updateOne(eq("_id", eventId), Updates.set("forgetting.doneAt", Date.from(at)));
  }
}
