package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Projection, order and aggregation of what was found. */
abstract class ResultContract extends MongoContract {
  @Test
  void projects() {
    things.insertOne(doc("{_id: 1, a: 1, b: {c: 2, d: 3}}"));
    assertThat(things.find().projection(doc("{a: 1, _id: 0}")).first()).isEqualTo(doc("{a: 1}"));
    assertThat(things.find().projection(doc("{'b.c': 1}")).first())
        .isEqualTo(doc("{_id: 1, b: {c: 2}}"));
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
    assertThat(things.countDocuments(eq("k", "a"))).isEqualTo(2);
  }
}
