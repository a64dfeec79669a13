package org.juxian.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One collection of aggregates. Each write is a single atomic update of a single document that
 * carries the new state, its version, the messages to publish (outbox) and the message that caused
 * it (inbox): all of it happens, or none.
 *
 * <p>Document: {@code {_id, version, state: {…}, outbox: [{id, topic, type, key, time, data, …}],
 * inbox: [messageId], pendingSince}}. {@code pendingSince} stands while the outbox is not empty;
 * its sparse index is how the {@link OutboxRelay} finds work.
 */
public final class AggregateCollection<S> {

  private static final int INBOX_REMEMBERS = 64;
  private static final Pattern INDEX_NAME = Pattern.compile("index: (?:\\S*\\$)?(\\S+) dup key");
  private static final Bson STATE_ONLY = include("version", "state");

  private final MongoCollection<BsonDocument> documents;
  private final Codec<S> codec;
  private final OutboxWriter outbox;

  AggregateCollection(MongoDatabase database, String name, Class<S> type, OutboxWriter outbox) {
    this.documents = database.getCollection(name, BsonDocument.class);
    this.codec = database.getCodecRegistry().get(type);
    this.outbox = outbox;
    documents.createIndex(
        Indexes.ascending("pendingSince"), new IndexOptions().name("outbox").sparse(true));
  }

  /**
   * Makes sure that an index stands; fields are named from the document's root: {@code
   * state.eventId}.
   */
  public AggregateCollection<S> withIndex(Bson keys, IndexOptions options) {
    documents.createIndex(keys, options);
    return this;
  }

  public Optional<Stored<S>> find(String id) {
    return Optional.ofNullable(documents.find(eq("_id", id)).projection(STATE_ONLY).first())
        .map(this::stored);
  }

  /**
   * Those that match, in the order and number asked for. Let an index answer it.
   *
   * @param limit at most so many; at least 1
   */
  public List<Stored<S>> find(Bson filter, @Nullable Bson sort, int limit) {
    FindIterable<BsonDocument> found =
        documents.find(filter).projection(STATE_ONLY).limit(limit).batchSize(Math.min(limit, 1000));
    if (sort != null) {
      found = found.sort(sort);
    }
    List<Stored<S>> all = new ArrayList<>();
    for (BsonDocument document : found) {
      all.add(stored(document));
    }
    return all;
  }

  /**
   * Stores a new aggregate with version 1.
   *
   * @throws DuplicateException where its id or a unique index refuses it
   */
  public Stored<S> insert(String id, Change<S> change, @Nullable Cause cause) {
    BsonDocument document = new BsonDocument("_id", new org.bson.BsonString(id));
    document.put("version", new org.bson.BsonInt64(1));
    document.put("state", encode(change.state()));
    org.bson.BsonArray messages = new org.bson.BsonArray(outbox.entries(change.messages(), 1));
    document.put("outbox", messages);
    document.put("inbox", inbox(cause));
    if (!messages.isEmpty()) {
      document.put("pendingSince", new org.bson.BsonDateTime(outbox.now().toEpochMilli()));
    }
    try {
      documents.insertOne(document);
    } catch (MongoWriteException refused) {
      throw duplicateOr(refused);
    }
    outbox.written(change.messages());
    return new Stored<>(id, 1, change.state());
  }

  /**
   * Replaces the state if nobody wrote since {@code before} was read and if the cause was not
   * handled yet.
   *
   * @throws DuplicateException where a unique index refuses the new state
   */
  public Written update(Stored<S> before, Change<S> change, @Nullable Cause cause) {
    Bson guard = and(eq("_id", before.id()), eq("version", before.version()));
    if (cause != null) {
      guard = and(guard, ne("inbox", cause.messageId()));
    }
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.set("state", encode(change.state())));
    updates.add(Updates.inc("version", 1L));
    if (cause != null) {
      updates.add(
          Updates.pushEach(
              "inbox", List.of(cause.messageId()), new PushOptions().slice(-INBOX_REMEMBERS)));
    }
    if (!change.messages().isEmpty()) {
      Instant now = outbox.now();
      updates.add(
          Updates.pushEach("outbox", outbox.entries(change.messages(), before.version() + 1)));
      updates.add(Updates.min("pendingSince", Date.from(now)));
    }
    try {
      if (documents.updateOne(guard, Updates.combine(updates)).getMatchedCount() == 0) {
        return handled(before.id(), cause) ? Written.ALREADY_HANDLED : Written.STALE;
      }
    } catch (MongoWriteException refused) {
      throw duplicateOr(refused);
    }
    outbox.written(change.messages());
    return Written.DONE;
  }

  /**
   * Takes an aggregate away, if nobody wrote since it was read and everything that it had to tell
   * was told.
   */
  public Written remove(String id, long version) {
    return documents
                .deleteOne(
                    and(eq("_id", id), eq("version", version), exists("pendingSince", false)))
                .getDeletedCount()
            == 0
        ? Written.STALE
        : Written.DONE;
  }

  /** Whether this aggregate was already written because of {@code cause}. */
  public boolean handled(String id, @Nullable Cause cause) {
    return cause != null
        && documents
                .find(and(eq("_id", id), eq("inbox", cause.messageId())))
                .projection(include("_id"))
                .first()
            != null;
  }

  /** How many match, answered from an index where one stands. */
  public long count(Bson filter) {
    return documents.countDocuments(filter);
  }

  /**
   * The collection itself, for a query that the methods here do not make. Never write through it.
   */
  public MongoCollection<BsonDocument> documents() {
    return documents;
  }

  /** Reads a document of {@link #documents()}. */
  public Stored<S> stored(BsonDocument document) {
    S state =
        codec.decode(
            new BsonDocumentReader(document.getDocument("state")),
            DecoderContext.builder().build());
    return new Stored<>(
        document.getString("_id").getValue(), document.getNumber("version").longValue(), state);
  }

  private BsonDocument encode(S state) {
    BsonDocument document = new BsonDocument();
    codec.encode(
        new org.bson.BsonDocumentWriter(document),
        state,
        org.bson.codecs.EncoderContext.builder().build());
    return document;
  }

  private static org.bson.BsonArray inbox(@Nullable Cause cause) {
    return cause == null
        ? new org.bson.BsonArray()
        : new org.bson.BsonArray(List.of(new org.bson.BsonString(cause.messageId())));
  }

  private static RuntimeException duplicateOr(MongoWriteException refused) {
    if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
      return refused;
    }
    Matcher name = INDEX_NAME.matcher(String.valueOf(refused.getError().getMessage()));
    return new DuplicateException(name.find() ? name.group(1) : "_id_", refused);
  }
}
