package org.juxian.forum.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.juxian.event.ListedEvent;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.planning.Forums;
import org.juxian.forum.planning.KeptForum;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/** Forums in MongoDB: collection {@code forums}, one document each. */
@Repository
class MongoForums implements Forums {

  private static final String ORGANISATION = "state.event.details.organisationId";

  private final AggregateCollection<ForumDocument> forums;
  private final Codec<ForumHead> heads;

  MongoForums(Aggregates aggregates, MongoDatabase database) {
    this.heads = database.getCodecRegistry().get(ForumHead.class);
    this.forums =
        aggregates
            .open("forums", ForumDocument.class)
            .withIndex(
                Indexes.compoundIndex(Indexes.ascending(ORGANISATION), Indexes.descending("_id")),
                new IndexOptions().name("by-organisation"));
  }

  @Override
  public Optional<KeptForum> find(String id) {
    return forums.find(id).map(MongoForums::kept);
  }

  @Override
  public KeptForum add(String id, Forum forum, List<Outgoing> messages) {
    return kept(forums.insert(id, new Change<>(ForumDocument.of(forum), messages), null));
  }

  @Override
  public boolean replace(KeptForum before, Forum after, List<Outgoing> messages) {
    Stored<ForumDocument> seen =
        new Stored<>(before.id(), before.version(), ForumDocument.of(before.forum()));
    return forums.update(seen, new Change<>(ForumDocument.of(after), messages), null)
        == Written.DONE;
  }

  @Override
  public List<ListedEvent> list(
      Optional<Set<String>> organisations, Optional<String> after, int limit) {
    List<Bson> filters = new ArrayList<>();
    organisations.ifPresent(ids -> filters.add(in(ORGANISATION, ids)));
    after.ifPresent(id -> filters.add(lt("_id", id)));
    List<ListedEvent> found = new ArrayList<>();
    forums
        .documents()
        .find(filters.isEmpty() ? empty() : and(filters))
        .projection(include("version", "state.event"))
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .forEach(document -> found.add(entry(document)));
    return found;
  }

  private ListedEvent entry(BsonDocument document) {
    ForumHead head =
        heads.decode(
            new BsonDocumentReader(document.getDocument("state")),
            DecoderContext.builder().build());
    return new ListedEvent(
        document.getString("_id").getValue(),
        document.getNumber("version").longValue(),
        head.event());
  }

  private static KeptForum kept(Stored<ForumDocument> stored) {
    return new KeptForum(stored.id(), stored.version(), stored.state().forum());
  }
}
