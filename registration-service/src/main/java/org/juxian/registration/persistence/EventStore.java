package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Projection;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventAdmission;
import org.springframework.stereotype.Repository;

/** Our copy of the events of all services, in the collection {@code events}. */
@Repository
public class EventStore {

  /**
   * Which events to list, by their start.
   *
   * @param text is looked for in titles and venues, whatever the case
   * @param endsAfter leaves out what was over by then
   * @param startsBefore leaves out what starts then or later
   * @param after the last event of the part before
   */
  public record Query(
      @Nullable String text,
      @Nullable String kind,
      Instant endsAfter,
      @Nullable Instant startsBefore,
      @Nullable Position after,
      int limit) {}

  /** A place in the list. */
  public record Position(Instant startsAt, String id) {}

  /** What a glance at an event tells. */
  public record Glance(long sequence, boolean cancelled, long admission) {}

  private final Projection<EventDocument> events;
  private final AdmissionStore admissions;
  private final EntranceStore entrances;

  EventStore(MongoDatabase database, AdmissionStore admissions, EntranceStore entrances) {
    this.admissions = admissions;
    this.entrances = entrances;
    this.events = new Projection<>(database, "events", EventDocument.class);
    events
        .documents()
        .createIndex(
            Indexes.ascending("state.known", "state.startsAt", "_id"),
            new IndexOptions().name("start"));
    events
        .documents()
        .createIndex(
            Indexes.ascending("state.kind", "state.known", "state.startsAt", "_id"),
            new IndexOptions().name("kind-start"));
  }

  /** Keeps this unless a newer state is kept; says whether it did. */
  public boolean apply(Event event) {
    return events.apply(event.id(), event.sequence(), EventDocument.of(event));
  }

  /** Keeps that an event will not take place, even if nothing else is known of it. */
  public boolean cancel(
      String id, String kind, String organisationId, Text title, @Nullable Text why, long seq) {
    return read(id)
        .map(this::told)
        .map(event -> event.sequence() < seq && apply(event.cancelledBecause(why, seq)))
        .orElseGet(
            () -> events.apply(id, seq, EventDocument.unknown(kind, organisationId, title, why)));
  }

  public Optional<Event> find(String id) {
    return read(id).map(this::event);
  }

  private Optional<BsonDocument> read(String id) {
    return Optional.ofNullable(
        events.documents().find(and(eq("_id", id), eq("state.known", true))).first());
  }

  /** A short look at an event that is known, straight from the database. */
  public Optional<Glance> glance(String id) {
    return Optional.ofNullable(
            events
                .documents()
                .find(eq("_id", id))
                .projection(Projections.include("sequence", "state.cancelled", "admission.version"))
                .first())
        .map(
            found ->
                new Glance(
                    found.getNumber("sequence").longValue(),
                    found.getDocument("state").getBoolean("cancelled").getValue(),
                    admissions.version(found)));
  }

  /** By start; one more than the limit where there are more. */
  public List<Event> list(Query query) {
    List<Bson> conditions = new ArrayList<>();
    if (query.kind() != null) {
      conditions.add(eq("state.kind", query.kind()));
    }
    conditions.add(eq("state.known", true));
    conditions.add(gte("state.endsAt", Date.from(query.endsAfter())));
    if (query.startsBefore() != null) {
      conditions.add(lt("state.startsAt", Date.from(query.startsBefore())));
    }
    if (query.text() != null) {
      conditions.add(regex("state.search", Pattern.quote(query.text().toLowerCase(Locale.ROOT))));
    }
    if (query.after() != null) {
      conditions.add(behind(query.after()));
    }
    return read(and(conditions), query.limit() + 1);
  }

  /** Those that start after {@code now} and not after {@code until}, and will take place. */
  public List<Event> startingWithin(Instant now, Instant until) {
    return read(
        and(
            eq("state.known", true),
            gt("state.startsAt", Date.from(now)),
            lte("state.startsAt", Date.from(until)),
            eq("state.cancelled", false)),
        10_000);
  }

  /** Those that were over by then. */
  public List<Event> endedBefore(Instant time) {
    return read(
        and(
            eq("state.known", true),
            lt("state.startsAt", Date.from(time)),
            lt("state.endsAt", Date.from(time))),
        10_000);
  }

  private List<Event> read(Bson filter, int limit) {
    List<Event> found = new ArrayList<>();
    for (BsonDocument document :
        events
            .documents()
            .find(filter)
            .sort(Sorts.ascending("state.startsAt", "_id"))
            .limit(limit)) {
      found.add(event(document));
    }
    return found;
  }

  private static Bson behind(Position position) {
    Date start = Date.from(position.startsAt());
    return and(
        gte("state.startsAt", start), or(gt("state.startsAt", start), gt("_id", position.id())));
  }

  private Event event(BsonDocument document) {
    Event told = told(document).behind(entrances.of(document));
    EventAdmission settled = admissions.of(document);
    return settled.version() == 0 ? told : told.under(settled);
  }

  private Event told(BsonDocument document) {
    return events
        .state(document)
        .toEvent(document.getString("_id").getValue(), document.getNumber("sequence").longValue());
  }
}
