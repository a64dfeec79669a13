package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Makes happen to registrations what otherwise only time or a crash does. */
@Component
public class WaitingRows {

  private final MongoCollection<Document> registrations;

  WaitingRows(MongoDatabase database) {
    this.registrations = database.getCollection("registrations");
  }

  /** The time of an offer is over. */
  public void endOffer(String registrationId) {
    registrations.updateOne(
        eq("_id", registrationId),
        Updates.combine(
            Updates.set("state.waiting.until", Date.from(Instant.now().minusSeconds(1))),
            Updates.inc("version", 1L)));
  }
}
