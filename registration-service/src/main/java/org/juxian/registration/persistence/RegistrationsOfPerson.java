package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.springframework.stereotype.Repository;

/**
 * Finds the registrations that concern a person: their own, those that they are offered, and the
 * teams in which they are named.
 */
@Repository
public class RegistrationsOfPerson {

  private static final String OFFERED_TO = "state.issue.offer.address";
  private static final String MEMBER = "state.team.members.phone";

  private final RegistrationStore registrations;

  RegistrationsOfPerson(RegistrationStore registrations) {
    this.registrations = registrations;
    registrations
        .documents()
        .withIndex(Indexes.ascending("state.personId", "_id"), new IndexOptions().name("mine"))
        .withIndex(
            Indexes.ascending(MEMBER),
            new IndexOptions().name("member").partialFilterExpression(exists(MEMBER)))
        .withIndex(
            Indexes.ascending(OFFERED_TO),
            new IndexOptions().name("offered").partialFilterExpression(exists(OFFERED_TO)));
  }

  /** A person's own, newest first. */
  public List<Saved> own(String personId, @Nullable String before, int limit) {
    Bson mine = eq("state.personId", personId);
    return registrations.read(
        before == null ? mine : and(mine, lt("_id", before)), Sorts.descending("_id"), limit);
  }

  /** Those that were offered to one of these addresses; the offer may be over. */
  public List<Saved> offeredTo(List<String> addresses, int limit) {
    return registrations.read(in(OFFERED_TO, addresses), Sorts.descending("_id"), limit);
  }

  /** Teams in which somebody with one of these phone numbers is named, whoever is the captain. */
  public List<Saved> naming(List<String> phones, int limit) {
    return registrations.read(in(MEMBER, phones), null, limit);
  }
}
