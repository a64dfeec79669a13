package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What holds with 64 threads at once. */
abstract class RaceContract extends MongoContract {
  @Test
  void sixtyFourThreadsNeverOversellOneDocument() throws Exception {
    things.insertOne(doc("{_id: 'stock', left: 100}"));
    AtomicInteger sold = new AtomicInteger();
    race(
        64,
        _ -> {
          for (int i = 0; i < 5; i++) {
            if (things
                    .updateOne(and(eq("_id", "stock"), gt("left", 0)), Updates.inc("left", -1))
                    .getModifiedCount()
                == 1) {
              sold.incrementAndGet();
            }
          }
        });
    assertThat(sold).hasValue(100);
    assertThat(things.find().first().getInteger("left")).isZero();
  }

  @Test
  void sixtyFourThreadsHaveOneWinnerForOneKey() throws Exception {
    things.createIndex(
        Indexes.ascending("event", "place"),
        new IndexOptions().unique(true).partialFilterExpression(doc("{place: {$exists: true}}")));
    AtomicInteger won = new AtomicInteger();
    race(
        64,
        thread -> {
          for (int place = 0; place < 10; place++) {
            try {
              things.insertOne(
                  new Document("event", 1).append("place", place).append("thread", thread));
              won.incrementAndGet();
            } catch (MongoWriteException e) {
              assertThat(e.getCode()).isEqualTo(11000);
            }
          }
        });
    assertThat(won).hasValue(10);
    assertThat(things.countDocuments()).isEqualTo(10);
  }

  @Test
  void sixtyFourThreadsTakeDifferentJobs() throws Exception {
    for (int i = 0; i < 64; i++) {
      things.insertOne(new Document("_id", i).append("state", "free"));
    }
    AtomicInteger taken = new AtomicInteger();
    race(
        64,
        thread -> {
          Document job =
              things.findOneAndUpdate(
                  eq("state", "free"),
                  Updates.combine(Updates.set("state", "taken"), Updates.set("by", thread)));
          if (job != null) {
            taken.incrementAndGet();
          }
        });
    assertThat(taken).hasValue(64);
    assertThat(things.find().map(job -> job.getInteger("by"))).doesNotHaveDuplicates().hasSize(64);
  }
}
