package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** What a query matches. */
abstract class QueryContract extends MongoContract {
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
    assertThat(things.countDocuments()).isEqualTo(14);
  }

  @Test
  void stringsCompareByTheirUtf8BytesAndBinariesByLengthFirst() {
    List<Object> upward =
        List.of(
            "",
            "\0",
            "\0a",
            "a",
            "a\0",
            "ab",
            "聚",
            "\uFFFD",
            "𠮷",
            new Binary(new byte[] {9}),
            new Binary(BsonBinarySubType.UUID_STANDARD, new byte[16]),
            new Binary(new byte[17]));
    for (int i : List.of(7, 0, 3, 8, 11, 1, 5, 9, 2, 4, 6, 10)) {
      things.insertOne(new Document("_id", i).append("s", upward.get(i)));
    }
    for (boolean indexed : List.of(false, true)) {
      if (indexed) {
        things.createIndex(Indexes.ascending("s"));
      }
      assertThat(ids(things.find().sort(doc("{s: 1}")))).isSorted().hasSize(12);
      assertThat(found(doc("{s: {$gt: '聚'}}"))).containsExactly(7, 8);
      assertThat(found(doc("{s: {$lt: '\uFFFD'}}"))).containsExactly(0, 1, 2, 3, 4, 5, 6);
      assertThat(found(new Document("s", new Document("$gt", upward.get(9)))))
          .containsExactly(10, 11);
    }
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
    assertThat(found("{a: {$elemMatch: {$gt: 2}}}")).containsExactly(4);
    assertThat(found("{a: {$elemMatch: {$elemMatch: {$gt: 2, $not: {$gt: 3}}}}}"))
        .containsExactly(3);
  }

  @Test
  void aPatternMatchesStringsOnly() {
    things.insertMany(List.of(doc("{_id: 1, a: 12}"), doc("{_id: 2, a: 'x12'}")));
    assertThat(found("{a: /12/}")).containsExactly(2);
    assertThat(found("{a: {$in: [/^x/, 12]}}")).containsExactly(1, 2);
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
    List<Document> never =
        IntStream.rangeClosed(-5_000, -1).mapToObj(i -> new Document("none", i)).toList();
    Bson slow = new Document("$or", never);
    assertThatThrownBy(() -> things.find(slow).maxTime(1, TimeUnit.MILLISECONDS).first())
        .isInstanceOf(MongoExecutionTimeoutException.class);
    assertThat(things.find(eq("_id", 7)).maxTime(1, TimeUnit.MINUTES).first()).isNotNull();
  }
}
