package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.juxian.registration.privacy.Consent;
import org.juxian.registration.privacy.Purpose;
import org.springframework.stereotype.Repository;

/**
 * The ledger of consents, in the collection {@code consents}. An entry's id is (person, purpose,
 * number): none can be written twice, so none is lost when two are said at once.
 */
@Repository
public class ConsentStore {

  private final MongoCollection<Document> entries;

  ConsentStore(MongoDatabase database) {
    this.entries = database.getCollection("consents");
    entries.createIndex(
        Indexes.ascending("personId", "purpose", "number"), new IndexOptions().name("person"));
  }

  /** Adds an entry; says whether nobody added one with its number before. */
  public boolean add(Consent consent) {
    try {
      entries.insertOne(
          new Document(
                  "_id",
                  consent.personId() + "~" + consent.purpose().slug() + "~" + consent.number())
              .append("personId", consent.personId())
              .append("purpose", consent.purpose().name())
              .append("number", consent.number())
              .append("given", consent.given())
              .append("textVersion", consent.textVersion())
              .append("at", Date.from(consent.at())));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw refused;
      }
      return false;
    }
  }

  public Optional<Consent> last(String personId, Purpose purpose) {
    return Optional.ofNullable(
            entries
                .find(and(eq("personId", personId), eq("purpose", purpose.name())))
                .sort(Sorts.descending("personId", "purpose", "number"))
                .first())
        .map(ConsentStore::consent);
  }

  /** All that a person ever said, by purpose and number. */
  public List<Consent> all(String personId) {
    List<Consent> found = new ArrayList<>();
    for (Document entry :
        entries
            .find(eq("personId", personId))
            .sort(Sorts.ascending("personId", "purpose", "number"))) {
      found.add(consent(entry));
    }
    return found;
  }

  private static Consent consent(Document entry) {
    return new Consent(
        entry.getString("personId"),
        Purpose.valueOf(entry.getString("purpose")),
        entry.getInteger("number"),
        entry.getBoolean("given"),
        entry.getInteger("textVersion"),
        entry.getDate("at").toInstant());
  }
}
