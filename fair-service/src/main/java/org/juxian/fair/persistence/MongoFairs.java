package org.juxian.fair.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.juxian.event.ListedEvent;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.managing.Fairs;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/** Fairs in MongoDB: collection {@code fairs}, one document each. */
@Repository
class MongoFairs implements Fairs {

  private static final String ORGANISATION = "state.event.details.organisationId";

  private static final String GUEST = "state.interviews.personId";
  private static final int MOST_OF_GUEST = 1_000;

  private final AggregateCollection<FairDocument> fairs;
  private final Codec<FairHead> heads;

  MongoFairs(Aggregates aggregates, MongoDatabase database) {
    this.heads = database.getCodecRegistry().get(FairHead.class);
    this.fairs =
        aggregates
            .open("fairs", FairDocument.class)
            .withIndex(
                Indexes.compoundIndex(Indexes.ascending(ORGANISATION), Indexes.descending("_id")),
                new IndexOptions().name("by-organisation"))
            .withIndex(Indexes.ascending(GUEST), new IndexOptions().name("by-guest").sparse(true));
  }

  @Override
  public Optional<KeptFair> find(String id) {
    return fairs.find(id).map(MongoFairs::kept);
  }

  @Override
  public List<KeptFair> findAll(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : fairs.find(in("_id", ids), null, ids.size()).stream().map(MongoFairs::kept).toList();
  }

  @Override
  public List<KeptFair> withGuest(String personId) {
    return fairs.find(eq(GUEST, personId), null, MOST_OF_GUEST).stream()
        .map(MongoFairs::kept)
        .toList();
  }

  @Override
  public KeptFair add(String id, Fair fair, List<Outgoing> messages) {
    return kept(fairs.insert(id, new Change<>(FairDocument.of(fair), messages), null));
  }

  @Override
  public boolean replace(KeptFair before, Fair after, List<Outgoing> messages) {
    Stored<FairDocument> seen =
        new Stored<>(before.id(), before.revision(), FairDocument.of(before.fair()));
    return fairs.update(seen, new Change<>(FairDocument.of(after), messages), null) == Written.DONE;
  }

  @Override
  public List<ListedEvent> list(
      Optional<Set<String>> organisations, Optional<String> after, int limit) {
    List<Bson> filters = new ArrayList<>();
    organisations.ifPresent(ids -> filters.add(in(ORGANISATION, ids)));
    after.ifPresent(id -> filters.add(lt("_id", id)));
    List<ListedEvent> found = new ArrayList<>();
    fairs
        .documents()
        .find(filters.isEmpty() ? empty() : and(filters))
        .projection(include("state.event", "state.edition"))
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .forEach(document -> found.add(entry(document)));
    return found;
  }

  private ListedEvent entry(BsonDocument document) {
    FairHead head =
        heads.decode(
            new BsonDocumentReader(document.getDocument("state")),
            DecoderContext.builder().build());
    return new ListedEvent(document.getString("_id").getValue(), head.edition(), head.event());
  }

  private static KeptFair kept(Stored<FairDocument> stored) {
    return new KeptFair(stored.id(), stored.version(), stored.state().fair());
  }
}
