package org.juxian.forum.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;
import org.juxian.forum.planning.Once;
import org.springframework.stereotype.Repository;

/** What was done once, in the collection {@code once}. */
@Repository
class MongoOnce implements Once {

  private final MongoCollection<Document> once;
  private final InstantSource clock;

  MongoOnce(MongoDatabase database, InstantSource clock) {
    this.once = database.getCollection("once");
    this.clock = clock;
  }

  @Override
  public boolean isDone(String what) {
    return once.find(eq("_id", what)).first() != null;
  }

  @Override
  public void done(String what) {
    once.updateOne(
        eq("_id", what),
        Updates.setOnInsert("at", Date.from(clock.instant())),
        new UpdateOptions().upsert(true));
  }
}
