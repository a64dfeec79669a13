package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application may expect of MongoDB. Holds for this server and for MongoDB itself. */
abstract class MongoContract {
  private MongoClient client;
  private MongoDatabase database;
  private MongoCollection<Document> things;

  abstract String connectionString();

  @BeforeEach
  void connect() {
    client = MongoClients.create(connectionString());
    database = client.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
    things =
        database.getCollection("things").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @AfterEach
  void disconnect() {
    database.drop();
    client.close();
  }

  // ---- documents

  @Test
  void everyTypeComesBackAsItWent() {
    Document all =
        new Document("_id", new ObjectId())
            .append("text", "聚贤 \0 𠮷")
            .append("int", 1)
            .append("long", Long.MAX_VALUE)
            .append("double", 0.1)
            .append("decimal", Decimal128.parse("12.30"))
            .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
            .append("bool", true)
            .append("nothing", null)
            .append("list", List.of(1, "two", List.of(3)))
            .append("inner", new Document("a", new Document("b", 1)));
    things.insertOne(all);
    assertThat(things.find().first()).isEqualTo(all);
  }

  @Test
  void idsStandInFront() {
    things.insertOne(new Document("a", 1).append("_id", 7));
    assertThat(things.find().first().keySet()).containsExactly("_id", "a");
  }

  @Test
  void findsAreInOrderOfInsertionUnlessAsked() {
    for (int id : List.of(3, 1, 2)) {
      things.insertOne(new Document("_id", id));
    }
    assertThat(ids(things.find())).containsExactly(3, 1, 2);
    assertThat(ids(things.find().sort(new Document("$natural", -1)))).containsExactly(2, 1, 3);
  }

  @Test
  void manyDocumentsComeInBatches() {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(new Document("_id", i));
    }
    things.insertMany(many);
    assertThat(ids(things.find())).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(ids(things.find().batchSize(7).sort(new Document("_id", -1))))
        .hasSize(2_500)
        .startsWith(2_499);
    assertThat(things.countDocuments()).isEqualTo(2_500);
    assertThat(things.estimatedDocumentCount()).isEqualTo(2_500);
  }

  // ---- conditional updates

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
    things.updateOne(eq("_id", 1), doc("{$rename: {a: 'c'}, $mul: {b: 2}, $pop: {tags: 1}}"));
    assertThat(things.find().first())
        .isEqualTo(doc("{_id: 1, b: 18, tags: ['x'], n: {m: 1}, c: 0}"));
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

  // ---- queries

  @Test
  void queriesOfManyKinds() {
    things.insertMany(
        List.of(
            doc("{_id: 1, a: 5, tags: ['x', 'y'], in: {b: 1}}"),
            doc("{_id: 2, a: [1, 20], in: {b: null}}"),
            doc("{_id: 3, a: 'text', items: [{k: 1, v: 2}, {k: 3, v: 4}]}"),
            doc("{_id: 4}")));
    assertThat(found("{a: {$gt: 4}}")).containsExactly(1, 2);
    assertThat(found("{a: {$gt: 6, $lt: 18}}")).containsExactly(2);
    assertThat(found("{a: {$elemMatch: {$gt: 6, $lt: 18}}}")).isEmpty();
    assertThat(found("{a: {$in: [5, 'text']}}")).containsExactly(1, 3);
    assertThat(found("{a: {$nin: [5, 'text']}}")).containsExactly(2, 4);
    assertThat(found("{a: {$exists: false}}")).containsExactly(4);
    assertThat(found("{'in.b': null}")).containsExactly(2, 3, 4);
    assertThat(found("{tags: {$all: ['x', 'y']}}")).containsExactly(1);
    assertThat(found("{a: {$all: [5]}}")).containsExactly(1);
    assertThat(found("{tags: {$size: 2}}")).containsExactly(1);
    assertThat(found("{'items.k': 3}")).containsExactly(3);
    assertThat(found("{items: {$elemMatch: {k: 1, v: 4}}}")).isEmpty();
    assertThat(found("{'items.k': 1, 'items.v': 4}")).containsExactly(3);
    assertThat(found("{'tags.0': 'x'}")).containsExactly(1);
    assertThat(found("{a: {$regex: '^te'}}")).containsExactly(3);
    assertThat(found("{a: {$regex: '^TE', $options: 'i'}}")).containsExactly(3);
    assertThat(found("{a: /^te/}")).containsExactly(3);
    assertThat(found("{a: {$not: {$gt: 4}}}")).containsExactly(3, 4);
    assertThat(found("{$or: [{a: 5}, {_id: 4}]}")).containsExactly(1, 4);
    assertThat(found("{$nor: [{a: 5}, {_id: 4}]}")).containsExactly(2, 3);
    assertThat(found("{$expr: {$eq: ['$_id', 4]}}")).containsExactly(4);
    assertThat(found("{a: {$type: 'string'}}")).containsExactly(3);
    assertThat(found("{$and: [{a: {$gt: 4}}, {a: {$lt: 6}}]}")).containsExactly(1, 2);
  }

  @Test
  void numbersCompareByTheirExactValueWhateverTheirType() {
    List<Object> upward =
        List.of(
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            -1,
            Decimal128.parse("0.1"),
            Decimal128.parse("0.1000000000000000000000000000000001"),
            0.1,
            5_000_000_000L,
            5_000_000_000.5,
            9_007_199_254_740_992.0,
            9_007_199_254_740_993L,
            Long.MAX_VALUE,
            0x1p63,
            Decimal128.parse("1E400"),
            Double.POSITIVE_INFINITY);
    for (int i : List.of(7, 0, 3, 13, 1, 5, 9, 2, 11, 4, 6, 12, 8, 10)) {
      things.insertOne(new Document("_id", i).append("n", upward.get(i)));
    }
    for (boolean indexed : List.of(false, true)) {
      if (indexed) {
        things.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
      }
      assertThat(ids(things.find().sort(doc("{n: 1}")))).isSorted().hasSize(14);
      for (int i = 1; i < upward.size(); i++) {
        assertThat(found(new Document("n", upward.get(i)))).containsExactly(i);
        assertThat(found(new Document("n", new Document("$gt", upward.get(i))))).hasSize(13 - i);
        assertThat(found(new Document("n", new Document("$lte", upward.get(i))))).hasSize(i);
      }
    }
    assertThatThrownBy(() -> things.insertOne(new Document("n", Decimal128.parse("0.100"))))
        .isInstanceOf(MongoWriteException.class);
    assertThat(things.distinct("n", BsonValue.class)).hasSize(14);
  }

  @Test
  void nullMeansAMissingFieldButNotAnArrayWithoutDocuments() {
    things.insertMany(
        List.of(
            doc("{_id: 1}"),
            doc("{_id: 2, a: {b: null}}"),
            doc("{_id: 3, a: 4}"),
            doc("{_id: 4, a: [{b: 1}, {}]}"),
            doc("{_id: 5, a: []}"),
            doc("{_id: 6, a: [1, null]}"),
            doc("{_id: 7, a: [[{b: null}]]}")));
    for (boolean indexed : List.of(false, true)) {
      if (indexed) {
        things.createIndex(Indexes.ascending("a.b"));
      }
      assertThat(found("{'a.b': null}")).containsExactly(1, 2, 3, 4);
      assertThat(found("{'a.b': {$ne: null}}")).containsExactly(5, 6, 7);
      assertThat(found("{'a.b': {$exists: true}}")).containsExactly(2, 4);
    }
  }

  @Test
  void documentsAndArraysAreEqualAsWholes() {
    things.insertMany(
        List.of(
            doc("{_id: 1, a: {x: 1, y: 2}}"),
            doc("{_id: 2, a: {y: 2, x: 1}}"),
            doc("{_id: 3, a: [1, [2, 3]]}"),
            doc("{_id: 4, a: [2, 3]}")));
    assertThat(found("{a: {x: 1, y: 2}}")).containsExactly(1);
    assertThat(found("{a: [2, 3]}")).containsExactly(3, 4);
    assertThat(found("{a: {$size: 2}}")).containsExactly(3, 4);
    assertThat(found("{a: {$elemMatch: {$gt: 2}}}")).containsExactly(4);
    assertThat(found("{a: {$elemMatch: {$elemMatch: {$gt: 2, $not: {$gt: 3}}}}}"))
        .containsExactly(3);
  }

  @Test
  void aPatternMatchesStringsOnly() {
    things.insertMany(List.of(doc("{_id: 1, a: 12}"), doc("{_id: 2, a: 'x12'}")));
    assertThat(found("{a: /12/}")).containsExactly(2);
    assertThat(found("{a: {$in: [/^x/, 12]}}")).containsExactly(1, 2);
    assertThat(found("{a: {$mod: [5, 2]}}")).containsExactly(1);
  }

  @Test
  void alternativesFindEachDocumentOnce() {
    things.createIndex(Indexes.ascending("a"));
    things.createIndex(Indexes.ascending("b"));
    things.insertMany(
        List.of(doc("{_id: 1, a: 1, b: 1}"), doc("{_id: 2, a: 2, b: 1}"), doc("{_id: 3, a: 1}")));
    assertThat(found("{$or: [{a: 1}, {b: 1}]}")).containsExactly(1, 2, 3);
    assertThat(things.countDocuments(doc("{$or: [{a: 1}, {b: 1}]}"))).isEqualTo(3);
    assertThat(
            ids(things.find(doc("{$or: [{a: 1}, {b: 1}]}")).sort(doc("{a: -1, _id: -1}")).limit(2)))
        .containsExactly(2, 3);
  }

  @Test
  void anUnacknowledgedWriteIsMade() {
    things.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(doc("{_id: 1}"));
    things
        .withWriteConcern(WriteConcern.UNACKNOWLEDGED)
        .updateOne(eq("_id", 1), Updates.set("a", 1));
    Awaitility.await().until(() -> things.countDocuments(eq("a", 1)) == 1);
  }

  @Test
  void aSearchGivesUpWhenItsTimeIsOver() {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(new Document("_id", i));
    }
    things.insertMany(many);
    Bson slow = doc("{$expr: {$lt: [{$size: {$range: [0, 5000]}}, 0]}}");
    assertThatThrownBy(() -> things.find(slow).maxTime(1, TimeUnit.MILLISECONDS).first())
        .isInstanceOf(MongoExecutionTimeoutException.class);
    assertThat(things.find(eq("_id", 7)).maxTime(1, TimeUnit.MINUTES).first()).isNotNull();
  }

  @Test
  void projects() {
    things.insertOne(doc("{_id: 1, a: 1, b: {c: 2, d: 3}}"));
    assertThat(things.find().projection(doc("{a: 1, _id: 0}")).first()).isEqualTo(doc("{a: 1}"));
    assertThat(things.find().projection(doc("{'b.c': 1}")).first())
        .isEqualTo(doc("{_id: 1, b: {c: 2}}"));
    assertThat(things.find().projection(doc("{b: 0}")).first()).isEqualTo(doc("{_id: 1, a: 1}"));
  }

  @Test
  void sortsSkipsAndLimits() {
    for (int i = 0; i < 20; i++) {
      things.insertOne(new Document("_id", i).append("m", i % 3));
    }
    List<Integer> expected = List.of(18, 15, 12);
    assertThat(ids(things.find(eq("m", 0)).sort(doc("{m: 1, _id: -1}")).limit(3)))
        .isEqualTo(expected);
    things.createIndex(doc("{m: 1, _id: -1}"));
    assertThat(ids(things.find(eq("m", 0)).sort(doc("{m: 1, _id: -1}")).limit(3)))
        .isEqualTo(expected);
    assertThat(ids(things.find(eq("m", 0)).sort(doc("{_id: 1}")).skip(1).limit(2)))
        .containsExactly(3, 6);
  }

  @Test
  void anArraySortsByItsLeastElementUpwardAndByItsGreatestDownward() {
    things.insertMany(
        List.of(
            doc("{_id: 0, a: 5}"),
            doc("{_id: 1, a: []}"),
            doc("{_id: 2, a: []}"),
            doc("{_id: 3, a: [9, 1]}"),
            doc("{_id: 4}"),
            doc("{_id: 5, a: [null]}"),
            doc("{_id: 6, a: [{b: 1}, 7]}"),
            doc("{_id: 7, a: 'x'}")));
    List<Integer> upward = List.of(1, 2, 4, 5, 3, 0, 6, 7);
    List<Integer> downward = List.of(6, 7, 3, 0, 4, 5, 1, 2);
    assertThat(ids(things.find().sort(doc("{a: 1, _id: 1}")))).isEqualTo(upward);
    assertThat(ids(things.find().sort(doc("{a: -1, _id: 1}")))).isEqualTo(downward);
    for (int limit = 1; limit <= 8; limit++) {
      assertThat(ids(things.find().sort(doc("{a: 1, _id: 1}")).limit(limit)))
          .isEqualTo(upward.subList(0, limit));
      assertThat(ids(things.find().sort(doc("{a: -1, _id: 1}")).limit(limit)))
          .isEqualTo(downward.subList(0, limit));
    }
  }

  @Test
  void fieldsOfOneArraySortAndBindElementByElement() {
    things.createIndex(Indexes.ascending("e.k", "e.v"), new IndexOptions().unique(true));
    things.insertMany(
        List.of(
            doc("{_id: 1, e: [{k: 1, v: 9}, {k: 2, v: 0}]}"),
            doc("{_id: 2, e: [{k: 1, v: 5}, {k: 2, v: 7}]}")));
    assertThat(ids(things.find().sort(doc("{'e.k': 1, 'e.v': 1}")))).containsExactly(2, 1);
    assertThat(ids(things.find().sort(doc("{'e.v': 1, 'e.k': 1}")))).containsExactly(1, 2);
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 3, e: [{k: 2, v: 7}]}")))
        .isInstanceOf(MongoWriteException.class);
    things.insertOne(doc("{_id: 4, e: [{k: 1, v: 0}], f: [1]}"));
    assertThatThrownBy(() -> things.find().sort(doc("{e: 1, f: 1}")).first())
        .isInstanceOf(MongoException.class)
        .hasMessageContaining("parallel arrays");
  }

  @Test
  void aggregates() {
    things.insertMany(
        List.of(
            doc("{_id: 1, k: 'a', n: 1}"),
            doc("{_id: 2, k: 'a', n: 2}"),
            doc("{_id: 3, k: 'b', n: 5}")));
    assertThat(
            aggregate(
                "{$match: {n: {$gt: 0}}}",
                "{$group: {_id: '$k', n: {$sum: '$n'}}}",
                "{$sort: {_id: 1}}"))
        .containsExactly(doc("{_id: 'a', n: 3}"), doc("{_id: 'b', n: 5}"));
    assertThat(aggregate("{$match: {k: 'a'}}", "{$count: 'n'}")).containsExactly(doc("{n: 2}"));
    assertThat(aggregate("{$sort: {n: -1}}", "{$limit: 1}", "{$project: {n: 1}}"))
        .containsExactly(doc("{_id: 3, n: 5}"));
    assertThat(aggregate("{$match: {k: 'none'}}", "{$count: 'n'}")).isEmpty();
    assertThat(things.distinct("k", String.class)).containsExactlyInAnyOrder("a", "b");
    assertThat(things.countDocuments(eq("k", "a"))).isEqualTo(2);
  }

  @Test
  void looksUp() {
    things.insertOne(doc("{_id: 1, friend: 'f'}"));
    database.getCollection("friends").insertOne(doc("{_id: 'f', name: 'Li'}"));
    assertThat(
            aggregate(
                "{$lookup: {from: 'friends', localField: 'friend', foreignField: '_id', as: 'who'}}"))
        .containsExactly(doc("{_id: 1, friend: 'f', who: [{_id: 'f', name: 'Li'}]}"));
  }

  // ---- indexes

  @Test
  void aUniqueIndexNamesItselfAndTheKey() {
    things.createIndex(
        Indexes.ascending("a", "b.c"), new IndexOptions().unique(true).name("a_and_c"));
    things.insertOne(doc("{_id: 1, a: 1, b: {c: 'x'}}"));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class, () -> things.insertOne(doc("{_id: 2, a: 1, b: {c: 'x'}}")));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(refused.getCode()).isEqualTo(11000);
    assertThat(refused.getMessage())
        .contains("E11000 duplicate key error collection", "index: a_and_c dup key");
    assertThat(ids(things.find())).containsExactly(1);
  }

  @Test
  void aDuplicateKeyErrorCarriesPatternAndValue() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 2}")));
    Document reply =
        database.runCommand(doc("{update: 'things', updates: [{q: {_id: 2}, u: {$set: {a: 1}}}]}"));
    Document error = reply.getList("writeErrors", Document.class).getFirst();
    assertThat(error.get("keyPattern")).isEqualTo(doc("{a: 1}"));
    assertThat(error.get("keyValue")).isEqualTo(doc("{a: 1}"));
    MongoCommandException refused =
        catchThrowableOfType(
            MongoCommandException.class,
            () -> things.findOneAndUpdate(eq("_id", 2), Updates.set("a", 1)));
    assertThat(refused.getErrorCode()).isEqualTo(11000);
    assertThat(refused.getResponse().getDocument("keyPattern"))
        .isEqualTo(BsonDocument.parse("{a: 1}"));
  }

  @Test
  void aRefusedUpdateLeavesNoTrace() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    things.createIndex(Indexes.ascending("b"));
    things.insertMany(List.of(doc("{_id: 1, a: 1, b: 1}"), doc("{_id: 2, a: 2, b: 2}")));
    assertThatThrownBy(() -> things.updateOne(eq("_id", 2), doc("{$set: {a: 1, b: 3}}")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("b", 2)))).containsExactly(2);
    assertThat(ids(things.find(eq("b", 3)))).isEmpty();
    assertThat(ids(things.find(eq("a", 2)))).containsExactly(2);
  }

  @Test
  void aPartialUniqueIndexBindsOnlyWhatItsFilterTakesIn() {
    things.createIndex(
        Indexes.ascending("event", "person"),
        new IndexOptions().unique(true).partialFilterExpression(doc("{active: true}")));
    things.insertMany(
        List.of(
            doc("{_id: 1, event: 1, person: 1, active: false}"),
            doc("{_id: 2, event: 1, person: 1, active: true}"),
            doc("{_id: 3, event: 1, person: 1, active: false}")));
    assertThatThrownBy(() -> things.updateOne(eq("_id", 1), Updates.set("active", true)))
        .isInstanceOf(MongoWriteException.class);
    things.updateOne(eq("_id", 2), Updates.set("active", false));
    things.updateOne(eq("_id", 1), Updates.set("active", true));
    assertThat(ids(things.find(doc("{event: 1, person: 1, active: true}")))).containsExactly(1);
    assertThat(ids(things.find(doc("{event: 1, person: 1}")))).containsExactly(1, 2, 3);
  }

  @Test
  void theOutboxIndexHoldsOnlyDocumentsWithMessages() {
    things.createIndex(
        Indexes.ascending("at"),
        new IndexOptions().partialFilterExpression(doc("{'outbox.0': {$exists: true}}")));
    things.insertMany(
        List.of(
            doc("{_id: 1, at: 3, outbox: [{id: 'a'}]}"),
            doc("{_id: 2, at: 2, outbox: []}"),
            doc("{_id: 3, at: 1, outbox: [{id: 'b'}]}")));
    Bson waiting = exists("outbox.0");
    assertThat(ids(things.find(waiting).sort(new Document("at", 1)).limit(10)))
        .containsExactly(3, 1);
    things.updateOne(eq("_id", 3), Updates.pull("outbox", doc("{id: {$in: ['b']}}")));
    things.updateOne(eq("_id", 2), Updates.push("outbox", doc("{id: 'c'}")));
    assertThat(ids(things.find(waiting).sort(new Document("at", 1)).limit(10)))
        .containsExactly(2, 1);
  }

  @Test
  void aSparseUniqueIndexLetsManyLackTheField() {
    things.createIndex(Indexes.ascending("mail"), new IndexOptions().unique(true).sparse(true));
    things.insertMany(List.of(doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 3, mail: 'a'}")));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 4, mail: 'a'}")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("mail", null)))).containsExactly(1, 2);
  }

  @Test
  void aPlainUniqueIndexTakesAMissingFieldAsNull() {
    things.createIndex(Indexes.ascending("mail"), new IndexOptions().unique(true));
    things.insertOne(doc("{_id: 1}"));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 2, mail: null}")))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void aMultikeyUniqueIndexBindsEachElement() {
    things.createIndex(Indexes.ascending("tags"), new IndexOptions().unique(true));
    things.insertOne(doc("{_id: 1, tags: ['a', 'b', 'a']}"));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 2, tags: ['c', 'b']}")))
        .isInstanceOf(MongoWriteException.class);
    things.insertOne(doc("{_id: 3, tags: ['c']}"));
    assertThat(ids(things.find(eq("tags", "b")))).containsExactly(1);
  }

  @Test
  void numbersOfAllTypesAreOneKey() {
    things.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", 1).append("n", 1));
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("n", 1L)))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("n", 1.0)))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("n", 1.0)))).containsExactly(1);
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 1L)))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void anIndexIsRefusedIfDocumentsBreakIt() {
    things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}")));
    assertThatThrownBy(
            () -> things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)))
        .isInstanceOf(MongoException.class);
    assertThat(things.listIndexes()).hasSize(1);
  }

  @Test
  void creatingAnIndexTwiceIsOneIndexAndChangingItIsRefused() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
    assertThat(things.listIndexes()).hasSize(2);
    assertThatThrownBy(
            () -> things.createIndex(Indexes.descending("a"), new IndexOptions().name("i")))
        .isInstanceOf(MongoCommandException.class);
    things.dropIndex("i");
    assertThat(things.listIndexes()).hasSize(1);
  }

  @Test
  void explainNamesTheIndex() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("by_a"));
    for (int i = 0; i < 200; i++) {
      things.insertOne(new Document("_id", i).append("a", i));
    }
    Document explained = things.find(eq("a", 5)).explain();
    assertThat(explained.toJson()).contains("IXSCAN", "by_a");
    assertThat(things.find(eq("b", 5)).explain().toJson()).contains("COLLSCAN");
    assertThat(explained.get("executionStats", Document.class).getInteger("totalDocsExamined"))
        .isEqualTo(1);
  }

  // ---- collections

  @Test
  void listsAndDrops() {
    database.createCollection("other");
    things.insertOne(doc("{_id: 1}"));
    assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("things", "other");
    assertThatThrownBy(() -> database.createCollection("other"))
        .isInstanceOf(MongoCommandException.class);
    database.getCollection("other").drop();
    assertThat(database.listCollectionNames()).containsExactly("things");
    assertThat(client.listDatabaseNames()).contains(database.getName());
  }

  @Test
  void saysHello() {
    Document hello = database.runCommand(doc("{hello: 1}"));
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
    assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
    database.runCommand(doc("{ping: 1}"));
    database.runCommand(doc("{buildInfo: 1}"));
  }

  // ---- races

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
    assertThat(things.distinct("by", Integer.class)).hasSize(64);
  }

  interface Racer {
    void run(int thread) throws Exception;
  }

  static void race(int threads, Racer racer) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<java.util.concurrent.Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  racer.run(thread);
                  return null;
                }));
      }
      start.countDown();
      for (var each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
    }
  }

  // ---- helpers

  private static Document doc(String json) {
    return Document.parse(json);
  }

  private static List<Integer> ids(Iterable<Document> documents) {
    List<Integer> ids = new ArrayList<>();
    documents.forEach(document -> ids.add(document.getInteger("_id")));
    return ids;
  }

  private List<Integer> found(String query) {
    return found(doc(query));
  }

  private List<Integer> found(Bson query) {
    return ids(things.find(query).sort(new Document("_id", 1)));
  }

  private List<Document> aggregate(String... stages) {
    List<Document> pipeline = new ArrayList<>();
    for (String stage : stages) {
      pipeline.add(doc(stage));
    }
    return things.aggregate(pipeline).into(new ArrayList<>());
  }
}
