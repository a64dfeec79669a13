package org.juxian.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;

/**
 * Our copy of what another service tells about its aggregates: the newest state by sequence,
 * whatever the order or the number of times in which messages arrive. Document: {@code {_id,
 * sequence, state}}.
 */
public final class Projection<S> {

  private final MongoCollection<BsonDocument> documents;
  private final Codec<S> codec;

  public Projection(MongoDatabase database, String name, Class<S> type) {
    this.documents = database.getCollection(name, BsonDocument.class);
    this.codec = database.getCodecRegistry().get(type);
  }

  /**
   * Stores the state unless one with this sequence or a newer one is there; says whether it did.
   */
  public boolean apply(String id, long sequence, S state) {
    try {
      documents.updateOne(
          and(eq("_id", id), lt("sequence", sequence)),
          Updates.combine(Updates.set("state", state), Updates.set("sequence", sequence)),
          new UpdateOptions().upsert(true));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  public Optional<S> find(String id) {
    return Optional.ofNullable(documents.find(eq("_id", id)).first()).map(this::state);
  }

  /**
   * The collection, for queries and indexes; fields are named from the root: {@code state.name}.
   */
  public MongoCollection<BsonDocument> documents() {
    return documents;
  }

  /** Reads a document of {@link #documents()}. */
  public S state(BsonDocument document) {
    return codec.decode(
        new BsonDocumentReader(document.getDocument("state")), DecoderContext.builder().build());
  }
}
