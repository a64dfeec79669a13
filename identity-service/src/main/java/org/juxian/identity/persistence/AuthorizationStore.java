package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Authorizations, in the collection {@code authorizations}. Each write changes one document. */
@Repository
public class AuthorizationStore {

  private final MongoCollection<KeptAuthorization> authorizations;

  AuthorizationStore(MongoDatabase database) {
    this.authorizations = database.getCollection("authorizations", KeptAuthorization.class);
    authorizations.createIndex(
        Indexes.ascending("code.hash"), new IndexOptions().name("code").unique(true));
    authorizations.createIndex(
        Indexes.ascending("refresh.hash"),
        new IndexOptions().name("refresh").unique(true).sparse(true));
    authorizations.createIndex(Indexes.ascending("personId"), new IndexOptions().name("person"));
    authorizations.createIndex(
        Indexes.ascending("expiresAt"),
        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
  }

  public void add(KeptAuthorization authorization) {
    authorizations.insertOne(authorization);
  }

  public Optional<KeptAuthorization> find(String id) {
    return Optional.ofNullable(authorizations.find(eq("_id", id)).first());
  }

  public Optional<KeptAuthorization> findByCode(String code) {
    return Optional.ofNullable(authorizations.find(eq("code.hash", Hashes.of(code))).first());
  }

  public Optional<KeptAuthorization> findByRefreshToken(String token) {
    return Optional.ofNullable(authorizations.find(eq("refresh.hash", Hashes.of(token))).first());
  }

  /**
   * Exchanges the code, once: of any number of attempts, one is told true.
   *
   * @param refresh what the client is given for it; absent where it is given none
   */
  public boolean redeem(String id, Instant now, KeptAuthorization.@Nullable Secret refresh) {
    var used = Updates.set("codeUsedAt", Date.from(now));
    var update =
        refresh == null
            ? used
            : Updates.combine(
                used,
                Updates.set("refresh", refresh),
                Updates.set("expiresAt", Date.from(refresh.expiresAt())));
    return authorizations
            .updateOne(and(eq("_id", id), exists("codeUsedAt", false)), update)
            .getMatchedCount()
        == 1;
  }

  /** Whether a client may act for this person. */
  public boolean standsFor(String personId, Instant now) {
    return authorizations
            .find(and(eq("personId", personId), gt("expiresAt", Date.from(now))))
            .first()
        != null;
  }

  /** Ends it: its code and its refresh token are worth nothing. */
  public void remove(String id) {
    authorizations.deleteOne(eq("_id", id));
  }

  /** Ends all by which clients act for this person. */
  public void removeAllOf(String personId) {
    authorizations.deleteMany(eq("personId", personId));
  }
}
