package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * When each account was used last, in the collection {@code uses}: one document for each. An
 * account that is given up is marked here first, for ever; from then on nobody can use it.
 */
@Repository
public class UseStore {

  private static final String GIVEN_UP = "givenUp";
  private static final String WARNED = "warnedAt";

  private final MongoCollection<Document> uses;

  UseStore(MongoDatabase database) {
    this.uses = database.getCollection("uses");
    uses.createIndex(
        Indexes.ascending("at"),
        new IndexOptions().name("last").partialFilterExpression(exists("at")));
  }

  /** Notes that an account is used now; false where it was given up. */
  public boolean use(String personId, Instant now) {
    try {
      uses.updateOne(
          and(eq("_id", personId), exists(GIVEN_UP, false)),
          Updates.combine(Updates.max("at", Date.from(now)), Updates.unset(WARNED)),
          new UpdateOptions().upsert(true));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return isGivenUp(personId) ? false : use(personId, now);
      }
      throw refused;
    }
  }

  /** Those of these accounts of which nothing is noted count as used now. */
  public void begin(Collection<String> personIds, Instant now) {
    Set<String> missing = new LinkedHashSet<>(personIds);
    uses.find(in("_id", personIds))
        .projection(Projections.include("_id"))
        .forEach(known -> missing.remove(known.getString("_id")));
    for (String personId : missing) {
      uses.updateOne(
          eq("_id", personId),
          Updates.setOnInsert("at", Date.from(now)),
          new UpdateOptions().upsert(true));
    }
  }

  /** Accounts that were not used since then and are not given up, behind an id, by their ids. */
  public List<String> unusedSince(Instant then, String after, int limit) {
    List<String> found = new ArrayList<>();
    uses.find(and(lt("at", Date.from(then)), gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .forEach(use -> found.add(use.getString("_id")));
    return found;
  }

  /** Notes that somebody was warned of an account that was not used since then. */
  public void warned(String personId, Instant notUsedSince, Instant now) {
    uses.updateOne(
        and(eq("_id", personId), lt("at", Date.from(notUsedSince)), exists(WARNED, false)),
        Updates.set(WARNED, Date.from(now)));
  }

  /** When somebody was warned of an account that was not used since. */
  public Optional<Instant> warnedOf(String personId) {
    return Optional.ofNullable(uses.find(eq("_id", personId)).first())
        .flatMap(use -> Optional.ofNullable(use.getDate(WARNED)))
        .map(Date::toInstant);
  }

  /**
   * Gives an account up that was not used since then, and of which somebody was warned before; says
   * whether it was so.
   */
  public boolean giveUp(String personId, Instant notUsedSince, Instant warnedBefore) {
    return uses.updateOne(
                and(
                    eq("_id", personId),
                    lt("at", Date.from(notUsedSince)),
                    lt(WARNED, Date.from(warnedBefore))),
                Updates.combine(Updates.set(GIVEN_UP, true), Updates.unset("at")))
            .getModifiedCount()
        == 1;
  }

  /** Gives an account up, however it is used. */
  public void giveUp(String personId) {
    uses.updateOne(
        eq("_id", personId),
        Updates.combine(Updates.set(GIVEN_UP, true), Updates.unset("at")),
        new UpdateOptions().upsert(true));
  }

  public boolean isGivenUp(String personId) {
    return Optional.ofNullable(uses.find(eq("_id", personId)).first())
        .map(use -> use.containsKey(GIVEN_UP))
        .orElse(false);
  }

  /** When an account was used last, if that was noted. */
  public Optional<Instant> lastOf(String personId) {
    return Optional.ofNullable(uses.find(eq("_id", personId)).first())
        .flatMap(use -> Optional.ofNullable(use.getDate("at")))
        .map(Date::toInstant);
  }
}
