package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.delegation.Delegation;
import org.juxian.registration.delegation.Delegation.Phase;
import org.springframework.stereotype.Repository;

/** The delegations, one document each, in the collection {@code delegations}. */
@Repository
public class DelegationStore {

  /** A delegation as it is stored; public for the driver's record codec. */
  public record DelegationDocument(
      String eventId,
      String ticketTypeId,
      String organisationId,
      String coordinatorId,
      long formVersion,
      int total,
      Phase phase,
      @Nullable Integer refusedLine,
      @Nullable String refusedBecause,
      Instant at,
      @Nullable Instant settledAt,
      @Nullable String request,
      @Nullable String requestBody) {}

  private final AggregateCollection<DelegationDocument> delegations;

  DelegationStore(Aggregates aggregates) {
    this.delegations =
        aggregates
            .open("delegations", DelegationDocument.class)
            .withIndex(
                Indexes.ascending("state.phase", "state.settledAt"),
                new IndexOptions().name("phase"))
            .withIndex(
                Indexes.ascending("state.eventId", "state.organisationId", "_id"),
                new IndexOptions().name("event"))
            .withIndex(
                Indexes.ascending("state.eventId", "_id"), new IndexOptions().name("schools"))
            .withIndex(
                Indexes.ascending("state.request"),
                new IndexOptions()
                    .name("request")
                    .unique(true)
                    .partialFilterExpression(Filters.exists("state.request")));
  }

  /**
   * From here on it is worked off, by whoever finds it.
   *
   * @return whether it is kept; not if its request has made another
   */
  public boolean add(Delegation delegation) {
    try {
      delegations.insert(delegation.id(), Change.silent(document(delegation)), null);
      return true;
    } catch (DuplicateException known) {
      return false;
    }
  }

  /** What a request made. */
  public Optional<Delegation> madeBy(Request request) {
    return read(eq("state.request", request.key()), null, 1).stream().findFirst();
  }

  /** Writes it further on; says whether nobody wrote in between. */
  public boolean advance(Delegation next, List<Outgoing> messages) {
    DelegationDocument document = document(next);
    return delegations.update(
            new Stored<>(next.id(), next.version(), document),
            new Change<>(document, messages),
            null)
        == Written.DONE;
  }

  public Optional<Delegation> find(String id) {
    return delegations.find(id).map(DelegationStore::delegation);
  }

  /** A school's delegations to an event, or those of all schools, newest first. */
  public List<Delegation> of(
      String eventId, @Nullable String organisationId, @Nullable String before, int limit) {
    Bson all = eq("state.eventId", eventId);
    Bson theirs =
        organisationId == null ? all : and(all, eq("state.organisationId", organisationId));
    return read(
        before == null ? theirs : and(theirs, lt("_id", before)), Sorts.descending("_id"), limit);
  }

  /** Those that are not at their end. */
  public List<Delegation> unfinished(int limit) {
    return read(
        in("state.phase", Phase.HOLDING.name(), Phase.TELLING.name(), Phase.RELEASING.name()),
        null,
        limit);
  }

  /** Those that wait for the organiser, oldest first. */
  public List<Delegation> deciding(@Nullable String after, int limit) {
    Bson waiting = eq("state.phase", Phase.DECIDING.name());
    return read(
        after == null ? waiting : and(waiting, gt("_id", after)), Sorts.ascending("_id"), limit);
  }

  /** Those refused since then. */
  public List<Delegation> refusedSince(Instant since, int limit) {
    return read(
        and(eq("state.phase", Phase.REFUSED.name()), gte("state.settledAt", Date.from(since))),
        null,
        limit);
  }

  private List<Delegation> read(Bson filter, @Nullable Bson sort, int limit) {
    return delegations.find(filter, sort, limit).stream().map(DelegationStore::delegation).toList();
  }

  private static DelegationDocument document(Delegation delegation) {
    Delegation.Refused refusal = delegation.refusal();
    Request request = delegation.request();
    return new DelegationDocument(
        delegation.eventId(),
        delegation.ticketTypeId(),
        delegation.organisationId(),
        delegation.coordinatorId(),
        delegation.formVersion(),
        delegation.total(),
        delegation.phase(),
        refusal == null ? null : (Integer) refusal.line(),
        refusal == null ? null : refusal.why(),
        delegation.at(),
        delegation.settledAt(),
        request == null ? null : request.key(),
        request == null ? null : request.body());
  }

  private static Delegation delegation(Stored<DelegationDocument> stored) {
    DelegationDocument state = stored.state();
    Integer line = state.refusedLine();
    String why = state.refusedBecause();
    String key = state.request();
    String body = state.requestBody();
    return new Delegation(
        stored.id(),
        stored.version(),
        state.eventId(),
        state.ticketTypeId(),
        state.organisationId(),
        state.coordinatorId(),
        state.formVersion(),
        state.total(),
        state.phase(),
        line == null || why == null ? null : new Delegation.Refused(line, why),
        state.at(),
        state.settledAt(),
        key == null || body == null ? null : new Request(key, body));
  }
}
