package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.springframework.stereotype.Repository;

/** Goes through the registrations of an event, a part at a time. */
@Repository
public class RegistrationsOfEvent {

  private final RegistrationStore registrations;

  RegistrationsOfEvent(RegistrationStore registrations) {
    this.registrations = registrations;
    registrations
        .documents()
        .withIndex(Indexes.ascending("state.eventId", "_id"), new IndexOptions().name("event"))
        .withIndex(
            Indexes.ascending("state.eventId", "state.revokedAt", "_id"),
            new IndexOptions().name("revoked").partialFilterExpression(exists("state.revokedAt")));
  }

  /** Those that are confirmed, oldest first. */
  public List<Saved> standing(String eventId, @Nullable String after, int limit) {
    return ofStatus(eventId, List.of(Status.CONFIRMED, Status.CHECKED_IN), after, limit);
  }

  /** Those that are not cancelled, oldest first. */
  public List<Saved> notEnded(String eventId, @Nullable String after, int limit) {
    return ofStatus(
        eventId,
        List.of(
            Status.CONFIRMED, Status.CHECKED_IN, Status.REQUESTED, Status.WAITING, Status.OFFERED),
        after,
        limit);
  }

  /**
   * Those of which a ticket became invalid, by when.
   *
   * @param after behind which one to begin: its time and its id
   */
  public List<Saved> revoked(String eventId, Instant after, String afterId, int limit) {
    Date time = Date.from(after);
    return registrations.read(
        and(
            eq("state.eventId", eventId),
            gte("state.revokedAt", time),
            or(gt("state.revokedAt", time), gt("_id", afterId))),
        Sorts.ascending("state.revokedAt", "_id"),
        limit);
  }

  private List<Saved> ofStatus(
      String eventId, List<Status> statuses, @Nullable String after, int limit) {
    Bson active =
        and(
            eq("state.eventId", eventId),
            in("state.status", statuses.stream().map(Status::name).toList()));
    return registrations.read(
        after == null ? active : and(active, gt("_id", after)), Sorts.ascending("_id"), limit);
  }
}
