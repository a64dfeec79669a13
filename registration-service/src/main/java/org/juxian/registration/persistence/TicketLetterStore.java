package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Which letter the tickets of a type have, in the collection {@code ticketletters}. A letter is
 * given for ever: one document for each ticket type, with a unique index on event and letter.
 */
@Repository
public class TicketLetterStore {

  private final MongoCollection<Document> letters;

  TicketLetterStore(MongoDatabase database) {
    this.letters = database.getCollection("ticketletters");
    letters.createIndex(
        Indexes.ascending("eventId", "letter"), new IndexOptions().name("letter").unique(true));
  }

  /** The letters given in an event, by ticket type. */
  public Map<String, String> of(String eventId) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Document one : letters.find(eq("eventId", eventId))) {
      found.put(one.getString("ticketTypeId"), one.getString("letter"));
    }
    return found;
  }

  /** Gives a letter to a type that has none; false if it has one, or another type has this one. */
  public boolean give(String eventId, String ticketTypeId, String letter) {
    try {
      letters.insertOne(
          new Document("_id", eventId + "/" + ticketTypeId)
              .append("eventId", eventId)
              .append("ticketTypeId", ticketTypeId)
              .append("letter", letter));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
      return false;
    }
  }
}
