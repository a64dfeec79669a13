package org.juxian.identity.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.messaging.Announcements;
import org.juxian.identity.organisation.Organisation;
import org.juxian.identity.organisation.OrganisationKind;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.values.SearchTerms;
import org.springframework.stereotype.Repository;

/**
 * Organisations, in the collection {@code organisations}. Every write tells the other services of
 * it.
 */
@Repository
public class OrganisationStore {

  private static final String LICENCE = "licence";

  private final AggregateCollection<OrganisationDocument> organisations;

  OrganisationStore(Aggregates aggregates) {
    this.organisations =
        aggregates
            .open("organisations", OrganisationDocument.class)
            .withIndex(
                Indexes.ascending("state.licenceNumber"),
                new IndexOptions().name(LICENCE).unique(true).sparse(true))
            .withIndex(Indexes.ascending("state.kind", "_id"), new IndexOptions().name("kind"))
            .withIndex(Indexes.ascending("state.terms", "_id"), new IndexOptions().name("search"));
  }

  /** What came of a write. */
  public enum Kept {
    DONE,
    /** It is not there, or another version of it. */
    STALE,
    /** Another organisation has this licence number. */
    LICENCE_TAKEN
  }

  public Kept add(Organisation organisation) {
    try {
      organisations.insert(organisation.id(), change(organisation), null);
      return Kept.DONE;
    } catch (DuplicateException taken) {
      return refusedLicence(taken);
    }
  }

  /** Replaces it, if it still has this version. */
  public Kept change(Organisation organisation, long version) {
    try {
      return organisations.update(
                  new Stored<>(organisation.id(), version, OrganisationDocument.of(organisation)),
                  change(organisation),
                  null)
              == Written.DONE
          ? Kept.DONE
          : Kept.STALE;
    } catch (DuplicateException taken) {
      return refusedLicence(taken);
    }
  }

  public Optional<Stored<Organisation>> find(String id) {
    return organisations.find(id).map(OrganisationStore::organisation);
  }

  /**
   * Those found by every word of the query and of this kind, behind an id, in the order of ids:
   * {@code limit} + 1.
   */
  public List<Stored<Organisation>> search(
      String query, @Nullable OrganisationKind kind, String after, int limit) {
    List<Bson> conditions = new ArrayList<>();
    for (String term : SearchTerms.ofQuery(query)) {
      conditions.add(eq("state.terms", term));
    }
    if (kind != null) {
      conditions.add(eq("state.kind", kind.code()));
    }
    conditions.add(gt("_id", after));
    return organisations.find(and(conditions), Sorts.ascending("_id"), limit + 1).stream()
        .map(OrganisationStore::organisation)
        .toList();
  }

  private static Kept refusedLicence(DuplicateException taken) {
    if (!taken.index().equals(LICENCE)) {
      throw taken;
    }
    return Kept.LICENCE_TAKEN;
  }

  private static Change<OrganisationDocument> change(Organisation organisation) {
    return Change.telling(
        OrganisationDocument.of(organisation), Announcements.changed(organisation));
  }

  private static Stored<Organisation> organisation(Stored<OrganisationDocument> stored) {
    return new Stored<>(stored.id(), stored.version(), stored.state().organisation(stored.id()));
  }
}
