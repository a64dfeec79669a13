package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.agenda.Feed;
import org.springframework.stereotype.Repository;

/** Private calendar feeds, one for each person, in the collection {@code feeds}. */
@Repository
public class FeedStore {

  private final MongoCollection<Document> feeds;

  FeedStore(MongoDatabase database) {
    this.feeds = database.getCollection("feeds");
    feeds.createIndex(Indexes.ascending("hash"), new IndexOptions().name("hash").unique(true));
  }

  /** Keeps a person's feed instead of the one before. */
  public void put(Feed feed) {
    feeds.updateOne(
        eq("_id", feed.personId()),
        Updates.combine(
            Updates.set("hash", feed.hash()),
            Updates.set("language", feed.language().getLanguage()),
            Updates.set("since", Date.from(feed.since()))),
        new UpdateOptions().upsert(true));
  }

  /** Forgets it. */
  public void remove(String personId) {
    feeds.deleteOne(eq("_id", personId));
  }

  public Optional<Feed> find(String personId) {
    return feed(feeds.find(eq("_id", personId)).first());
  }

  public Optional<Feed> findByHash(String hash) {
    return feed(feeds.find(eq("hash", hash)).first());
  }

  private static Optional<Feed> feed(@Nullable Document found) {
    return Optional.ofNullable(found)
        .map(
            one ->
                new Feed(
                    one.getString("_id"),
                    one.getString("hash"),
                    Locale.of(one.getString("language")),
                    one.getDate("since").toInstant()));
  }
}
