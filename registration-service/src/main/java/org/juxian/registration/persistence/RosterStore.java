package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.registration.organising.RosterFilter;
import org.juxian.registration.organising.RosterRow;
import org.juxian.registration.organising.Tally;
import org.juxian.registration.place.Booking;
import org.springframework.stereotype.Repository;

/**
 * Reads the registrations of an event for its organiser, in the order in which they were made. Each
 * way of asking has its index: the event, the status, the organisation, the words of a name. The
 * day needs none of its own, because ids begin with the time.
 */
@Repository
public class RosterStore {

  /**
   * A part of the list.
   *
   * @param after the last id before it
   * @param before ids from here on do not belong to it
   */
  public record Part(@Nullable String after, @Nullable String before, int limit) {}

  private final MongoCollection<BsonDocument> registrations;
  private final Codec<RegistrationDocument> codec;

  RosterStore(MongoDatabase database) {
    this.registrations = database.getCollection("registrations", BsonDocument.class);
    this.codec = database.getCodecRegistry().get(RegistrationDocument.class);
    index("roster-words", Indexes.ascending("state.eventId", "state.terms"));
    index("roster-status", Indexes.ascending("state.eventId", "state.status", "_id"));
    registrations.createIndex(
        Indexes.ascending("state.eventId", "state.organisationId", "_id"),
        new IndexOptions()
            .name("roster-organisation")
            .partialFilterExpression(exists("state.organisationId")));
  }

  public List<RosterRow> page(String eventId, RosterFilter filter, Part part) {
    return read(conditions(eventId, filter, part), part.limit());
  }

  /** Those who have all of these words in their names or on their tickets. */
  public List<RosterRow> called(
      String eventId, RosterFilter filter, List<String> words, Part part) {
    List<Bson> conditions = conditions(eventId, filter, part);
    words.forEach(word -> conditions.add(eq("state.terms", word)));
    return read(conditions, part.limit());
  }

  /** Those of these organisations. */
  public List<RosterRow> from(
      String eventId, RosterFilter filter, Collection<String> organisationIds, Part part) {
    List<Bson> conditions = conditions(eventId, filter, part);
    conditions.add(in("state.organisationId", organisationIds));
    return read(conditions, part.limit());
  }

  /** Those of these people, who are few; found by the index on the person. */
  public List<RosterRow> of(
      String eventId, RosterFilter filter, Collection<String> personIds, Part part) {
    List<Bson> conditions = filters(filter, part);
    conditions.add(in("state.personId", personIds));
    List<RosterRow> found = new ArrayList<>();
    for (BsonDocument document : registrations.find(and(conditions))) {
      if (document.getDocument("state").getString("eventId").getValue().equals(eventId)) {
        found.add(row(document));
      }
    }
    found.sort(java.util.Comparator.comparing(RosterRow::id));
    return found.subList(0, Math.min(found.size(), part.limit()));
  }

  /** Counts every registration of an event, one at a time. */
  public void count(String eventId, Consumer<Tally.Entry> tally) {
    for (BsonDocument document :
        registrations
            .find(eq("state.eventId", eventId))
            .projection(
                Projections.fields(
                    Projections.excludeId(),
                    Projections.include(
                        "state.status",
                        "state.cancelledBy",
                        "state.ticketTypeId",
                        "state.organisationId",
                        "state.createdAt",
                        "state.checkedInAt",
                        "state.cancelledAt")))
            .batchSize(1000)) {
      BsonDocument state = document.getDocument("state");
      tally.accept(
          new Tally.Entry(
              RosterStatus.word(
                  state.getString("status").getValue(), text(state.get("cancelledBy"))),
              state.getString("ticketTypeId").getValue(),
              text(state.get("organisationId")),
              day(state.get("createdAt")),
              day(state.get("checkedInAt")),
              day(state.get("cancelledAt"))));
    }
  }

  private static List<Bson> conditions(String eventId, RosterFilter filter, Part part) {
    List<Bson> conditions = filters(filter, part);
    conditions.addFirst(eq("state.eventId", eventId));
    return conditions;
  }

  private static List<Bson> filters(RosterFilter filter, Part part) {
    List<Bson> conditions = new ArrayList<>();
    if (filter.status() != null) {
      conditions.addAll(RosterStatus.of(filter.status()).conditions());
    }
    if (filter.checkedIn() != null) {
      String in = RegistrationDocument.Status.CHECKED_IN.name();
      conditions.add(filter.checkedIn() ? eq("state.status", in) : Filters.ne("state.status", in));
    }
    if (filter.ticketTypeId() != null) {
      conditions.add(eq("state.ticketTypeId", filter.ticketTypeId()));
    }
    if (filter.organisationId() != null) {
      conditions.add(eq("state.organisationId", filter.organisationId()));
    }
    if (filter.day() != null) {
      conditions.add(gte("_id", firstId(filter.day())));
      conditions.add(lt("_id", firstId(filter.day().plusDays(1))));
    }
    if (part.after() != null) {
      conditions.add(gt("_id", part.after()));
    }
    if (part.before() != null) {
      conditions.add(lt("_id", part.before()));
    }
    return conditions;
  }

  private List<RosterRow> read(List<Bson> conditions, int limit) {
    List<RosterRow> found = new ArrayList<>();
    for (BsonDocument document :
        registrations
            .find(and(conditions))
            .projection(Projections.include("state"))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .batchSize(limit)) {
      found.add(row(document));
    }
    return found;
  }

  private RosterRow row(BsonDocument document) {
    RegistrationDocument state =
        codec.decode(
            new BsonDocumentReader(document.getDocument("state")),
            DecoderContext.builder().build());
    RegistrationDocument.TeamDocument team = state.team();
    return new RosterRow(
        document.getString("_id").getValue(),
        state.personId(),
        state.personName(),
        RosterStatus.word(
            state.status().name(), state.cancelledBy() == null ? null : state.cancelledBy().name()),
        state.ticketTypeId(),
        state.ticketNumber().equals(Booking.NO_TICKET) ? null : state.ticketNumber(),
        state.organisationId(),
        team == null ? null : team.toTeam(),
        state.createdAt(),
        state.checkedInAt(),
        state.cancelledAt());
  }

  private void index(String name, Bson keys) {
    registrations.createIndex(keys, new IndexOptions().name(name));
  }

  /** What the ids made on this day begin with (RFC 9562: milliseconds first). */
  private static String firstId(LocalDate day) {
    long start = day.atStartOfDay(JsonTime.ZONE).toInstant().toEpochMilli();
    return String.format(Locale.ROOT, "%012x", Math.max(0, start));
  }

  private static @Nullable String text(@Nullable BsonValue value) {
    return value == null || value.isNull() ? null : value.asString().getValue();
  }

  private static @Nullable LocalDate day(@Nullable BsonValue value) {
    return value == null || value.isNull()
        ? null
        : Instant.ofEpochMilli(value.asDateTime().getValue()).atZone(JsonTime.ZONE).toLocalDate();
  }
}
