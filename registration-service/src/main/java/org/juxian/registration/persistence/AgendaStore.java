package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Projection;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.AgendaItem;
import org.springframework.stereotype.Repository;

/**
 * What other services tell that people do at certain times, in the collection {@code agenda}: heats
 * and interviews.
 */
@Repository
public class AgendaStore {

  private static final int MOST = 500;

  /**
   * Public for the driver's record codec.
   *
   * @param people everybody who does it; nobody once it is cancelled
   * @param places by person, where each has one of their own
   */
  public record ItemDocument(
      AgendaItem.Kind kind,
      String eventId,
      @Nullable Text title,
      Instant startsAt,
      Instant endsAt,
      @Nullable Venue venue,
      List<String> people,
      Map<String, String> places) {}

  private final Projection<ItemDocument> items;

  AgendaStore(MongoDatabase database) {
    this.items = new Projection<>(database, "agenda", ItemDocument.class);
    items
        .documents()
        .createIndex(
            Indexes.ascending("state.people", "state.startsAt"), new IndexOptions().name("person"));
  }

  /**
   * Keeps that these people do something, unless something newer is kept.
   *
   * @param item its place and walking time do not count
   * @param places by person; {@code ""} for who has none of their own
   */
  public void apply(AgendaItem item, Map<String, String> places) {
    items.apply(
        item.id(),
        item.sequence(),
        new ItemDocument(
            item.kind(),
            item.eventId(),
            item.title(),
            item.startsAt(),
            item.endsAt(),
            item.venue(),
            List.copyOf(places.keySet()),
            places));
  }

  /** Keeps that nobody does it, unless something newer is kept. */
  public void cancel(AgendaItem.Kind kind, String id, String eventId, long sequence) {
    items.apply(
        id,
        sequence,
        new ItemDocument(
            kind, eventId, null, Instant.EPOCH, Instant.EPOCH, null, List.of(), Map.of()));
  }

  /** What a person does that ends after {@code from} and starts before {@code to}. */
  public List<AgendaItem> of(String personId, Instant from, Instant to) {
    List<AgendaItem> found = new ArrayList<>();
    for (BsonDocument document :
        items
            .documents()
            .find(
                and(
                    eq("state.people", personId),
                    lt("state.startsAt", Date.from(to)),
                    gt("state.endsAt", Date.from(from))))
            .sort(Sorts.ascending("state.startsAt"))
            .limit(MOST)) {
      item(document, personId).ifPresent(found::add);
    }
    return found;
  }

  private Optional<AgendaItem> item(BsonDocument document, String personId) {
    ItemDocument state = items.state(document);
    Text title = state.title();
    Venue venue = state.venue();
    if (title == null || venue == null) {
      return Optional.empty();
    }
    String place = state.places().getOrDefault(personId, "");
    return Optional.of(
        new AgendaItem(
            state.kind(),
            document.getString("_id").getValue(),
            state.eventId(),
            title,
            state.startsAt(),
            state.endsAt(),
            venue,
            place.isEmpty() ? null : place,
            0,
            document.getNumber("sequence").longValue()));
  }
}
