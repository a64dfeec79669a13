package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Conditional updates, upserts, bulk writes. */
abstract class UpdateContract extends MongoContract {
  @Test
  void aGuardedWriteHappensOnceForItsCauseAndVersion() {
    things.insertOne(doc("{_id: 'p', version: 4, state: {a: 1}, outbox: [], inbox: []}"));
    Bson write =
        Updates.combine(
            Updates.set("state", new Document("a", 2)),
            Updates.inc("version", 1),
            Updates.pushEach("outbox", List.of(new Document("id", "m1"), new Document("id", "m2"))),
            Updates.pushEach("inbox", List.of("c1"), new PushOptions().slice(-2)));
    Bson guard = and(eq("_id", "p"), eq("version", 4), ne("inbox", "c1"));
    assertThat(things.updateOne(guard, write).getModifiedCount()).isEqualTo(1);
    assertThat(things.updateOne(guard, write).getMatchedCount()).isZero();
    things.updateOne(eq("_id", "p"), Updates.pull("outbox", doc("{id: {$in: ['m1']}}")));
    assertThat(things.find().first())
        .isEqualTo(
            doc("{_id: 'p', version: 5, state: {a: 2}, outbox: [{id: 'm2'}], inbox: ['c1']}"));
  }

  @Test
  void pushSlicesToTheLast() {
    things.insertOne(doc("{_id: 1, inbox: []}"));
    for (int i = 0; i < 5; i++) {
      things.updateOne(
          eq("_id", 1), Updates.pushEach("inbox", List.of("c" + i), new PushOptions().slice(-3)));
    }
    assertThat(things.find().first().getList("inbox", String.class))
        .containsExactly("c2", "c3", "c4");
  }

  @Test
  void arrayFiltersReachTheElementsMeant() {
    things.insertOne(doc("{_id: 1, seats: [{n: 1, free: true}, {n: 2, free: true}]}"));
    things.updateOne(
        eq("_id", 1),
        Updates.set("seats.$[s].free", false),
        new UpdateOptions().arrayFilters(List.of(doc("{'s.n': 2}"))));
    assertThat(things.find().first())
        .isEqualTo(doc("{_id: 1, seats: [{n: 1, free: true}, {n: 2, free: false}]}"));
  }

  @Test
  void otherUpdateOperators() {
    things.insertOne(doc("{_id: 1, a: 1, b: 5, tags: ['x'], old: 1}"));
    things.updateOne(
        eq("_id", 1),
        doc(
            "{$min: {a: 0}, $max: {b: 9}, $addToSet: {tags: {$each: ['x', 'y']}}, $unset: {old: 1}, $set: {'n.m': 1}}"));
    assertThat(things.find().first())
        .isEqualTo(doc("{_id: 1, a: 0, b: 9, tags: ['x', 'y'], n: {m: 1}}"));
  }

  @Test
  void replacesWhole() {
    things.insertOne(doc("{_id: 1, a: 1, b: 2}"));
    assertThat(things.replaceOne(eq("_id", 1), doc("{b: 3}")).getModifiedCount()).isEqualTo(1);
    assertThat(things.find().first()).isEqualTo(doc("{_id: 1, b: 3}"));
  }

  @Test
  void updatesMany() {
    things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}"), doc("{_id: 3, a: 2}")));
    things.createIndex(Indexes.ascending("a"));
    assertThat(things.updateMany(eq("a", 1), Updates.inc("a", 1)).getModifiedCount()).isEqualTo(2);
    assertThat(things.countDocuments(eq("a", 2))).isEqualTo(3);
    assertThat(things.deleteMany(eq("a", 2)).getDeletedCount()).isEqualTo(3);
  }

  @Test
  void upsertsInsertWhatTheFilterSays() {
    var result =
        things.updateOne(
            eq("_id", "k"),
            Updates.combine(Updates.set("a", 1), Updates.setOnInsert("b", 2)),
            new UpdateOptions().upsert(true));
    assertThat(result.getUpsertedId().asString().getValue()).isEqualTo("k");
    assertThat(things.find().first()).isEqualTo(doc("{_id: 'k', a: 1, b: 2}"));
  }

  @Test
  void aLeaseIsTakenByOneAndRefusedToOthersByTheIdIndex() {
    FindOneAndUpdateOptions upsert =
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    Bson take = Updates.set("until", 200);
    assertThat(
            things
                .findOneAndUpdate(and(eq("_id", "lease"), lt("until", 100)), take, upsert)
                .getInteger("until"))
        .isEqualTo(200);
    MongoCommandException refused =
        catchThrowableOfType(
            MongoCommandException.class,
            () -> things.findOneAndUpdate(and(eq("_id", "lease"), lt("until", 100)), take, upsert));
    assertThat(refused.getErrorCode()).isEqualTo(11000);
  }

  @Test
  void findOneAndUpdateAndDeleteFollowTheSort() {
    things.insertMany(List.of(doc("{_id: 1, p: 2}"), doc("{_id: 2, p: 1}")));
    Document before =
        things.findOneAndUpdate(
            exists("p"),
            Updates.set("taken", true),
            new FindOneAndUpdateOptions().sort(new Document("p", 1)));
    assertThat(before).isEqualTo(doc("{_id: 2, p: 1}"));
    assertThat(things.findOneAndDelete(eq("taken", true)).getInteger("_id")).isEqualTo(2);
    assertThat(things.findOneAndUpdate(eq("_id", 9), Updates.set("a", 1))).isNull();
  }

  @Test
  void bulkWritesSayWhatTheyDid() {
    things.insertOne(doc("{_id: 1}"));
    var result =
        things.bulkWrite(
            List.of(
                new InsertOneModel<>(doc("{_id: 2}")),
                new UpdateOneModel<>(eq("_id", 1), Updates.set("a", 1)),
                new UpdateOneModel<>(
                    eq("_id", 3), Updates.set("a", 1), new UpdateOptions().upsert(true)),
                new DeleteOneModel<>(eq("_id", 2))));
    assertThat(result.getInsertedCount()).isEqualTo(1);
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(result.getUpserts()).hasSize(1);
    assertThat(result.getDeletedCount()).isEqualTo(1);
    assertThat(ids(things.find())).containsExactly(1, 3);
  }

  @Test
  void anOrderedBulkStopsAtTheFirstErrorAndAnUnorderedGoesOn() {
    List<InsertOneModel<Document>> inserts =
        List.of(
            new InsertOneModel<>(doc("{_id: 1}")),
            new InsertOneModel<>(doc("{_id: 1}")),
            new InsertOneModel<>(doc("{_id: 2}")));
    assertThatThrownBy(() -> things.bulkWrite(inserts)).isInstanceOf(MongoBulkWriteException.class);
    assertThat(ids(things.find())).containsExactly(1);
    MongoBulkWriteException refused =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () -> things.bulkWrite(inserts, new BulkWriteOptions().ordered(false)));
    assertThat(refused.getWriteErrors()).hasSize(2);
    assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(1);
    assertThat(ids(things.find())).containsExactly(1, 2);
  }

  @Test
  void anOrderedUpdateStopsAtTheFirstError() {
    things.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true));
    things.insertMany(List.of(doc("{_id: 1, u: 1}"), doc("{_id: 2, u: 2}")));
    assertThatThrownBy(
            () ->
                things.bulkWrite(
                    List.of(
                        new UpdateOneModel<Document>(eq("_id", 1), Updates.set("u", 2)),
                        new UpdateOneModel<Document>(eq("_id", 1), Updates.set("late", true)))))
        .isInstanceOf(MongoBulkWriteException.class);
    assertThat(things.find(eq("_id", 1)).first()).isEqualTo(doc("{_id: 1, u: 1}"));
  }
}
