package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Sessions of browsers, in the collection {@code sessions}, under the hash of their secret. */
@Repository
public class SessionStore {

  /** A session that stands. */
  public record Session(String personId, Instant expiresAt) {}

  private final MongoCollection<Document> sessions;

  SessionStore(MongoDatabase database) {
    this.sessions = database.getCollection("sessions");
    sessions.createIndex(
        Indexes.ascending("expiresAt"),
        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
    sessions.createIndex(Indexes.ascending("personId"), new IndexOptions().name("person"));
  }

  public void open(String secret, String personId, Instant now, Instant expiresAt) {
    sessions.insertOne(
        new Document("_id", Hashes.of(secret))
            .append("personId", personId)
            .append("openedAt", Date.from(now))
            .append("expiresAt", Date.from(expiresAt)));
  }

  /** The session with this secret, unless it is over. */
  public Optional<Session> find(String secret, Instant now) {
    return Optional.ofNullable(
            sessions
                .find(and(eq("_id", Hashes.of(secret)), gt("expiresAt", Date.from(now))))
                .first())
        .map(
            found ->
                new Session(found.getString("personId"), found.getDate("expiresAt").toInstant()));
  }

  public void extend(String secret, Instant expiresAt) {
    sessions.updateOne(
        eq("_id", Hashes.of(secret)), Updates.max("expiresAt", Date.from(expiresAt)));
  }

  /** Whether the person has a session that is not over. */
  public boolean standsFor(String personId, Instant now) {
    return sessions.find(and(eq("personId", personId), gt("expiresAt", Date.from(now)))).first()
        != null;
  }

  /** Ends every session of a person. */
  public void endAllOf(String personId) {
    sessions.deleteMany(eq("personId", personId));
  }

  public void close(String secret) {
    sessions.deleteOne(eq("_id", Hashes.of(secret)));
  }
}
