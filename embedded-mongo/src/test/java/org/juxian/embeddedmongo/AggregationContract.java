package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** Stages and groups: they compare as queries do, and sums are exact. */
abstract class AggregationContract extends MongoContract {
  private static final long BIG = 9_007_199_254_740_993L;
  private static final double NEAR = 9_007_199_254_740_992.0;
  private static final Decimal128 SAME = Decimal128.parse("9007199254740993");

  private void insert(Object... values) {
    for (int i = 0; i < values.length; i++) {
      things.insertOne(new Document("_id", i).append("a", values[i]));
    }
  }

  private void refuses(String stage) {
    assertThatThrownBy(() -> aggregate(stage)).isInstanceOf(MongoException.class);
  }

  private Object grouped(String accumulator, Object... values) {
    things.deleteMany(new Document());
    insert(values);
    return aggregate("{$sort: {_id: 1}}", "{$group: {_id: null, r: " + accumulator + "}}")
        .getFirst()
        .get("r");
  }

  @Test
  void groupsByExactValue() {
    insert(BIG, NEAR, SAME, "𠮷", "\uFFFD", null, doc("{x: 1}"), doc("{x: 1.0}"), List.of(1, 2));
    things.insertOne(doc("{_id: 9}"));
    assertThat(
            aggregate(
                "{$sort: {_id: 1}}",
                "{$group: {_id: '$a', first: {$min: '$_id'}, n: {$sum: 1}}}",
                "{$sort: {_id: 1}}"))
        .extracting(group -> List.of(group.get("first"), group.get("n")))
        .containsExactly(
            List.of(5, 2),
            List.of(8, 1),
            List.of(1, 1),
            List.of(0, 2),
            List.of(4, 1),
            List.of(3, 1),
            List.of(6, 2));
    assertThat(aggregate("{$group: {_id: {k: '$a'}}}", "{$count: 'n'}"))
        .containsExactly(doc("{n: 8}"));
  }

  @Test
  void sumsAreExact() {
    assertThat(grouped("{$sum: '$a'}", 1, 2, "x", null)).isEqualTo(3);
    assertThat(grouped("{$sum: '$a'}", Integer.MAX_VALUE, 1)).isEqualTo(1L << 31);
    assertThat(grouped("{$sum: '$a'}", 1, 2L)).isEqualTo(3L);
    assertThat(grouped("{$sum: '$a'}", Long.MAX_VALUE, 1)).isEqualTo(0x1p63);
    assertThat(grouped("{$sum: '$a'}", 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))
        .isEqualTo(1.0);
    assertThat(grouped("{$sum: '$a'}", 1e16, 1.0, -1e16)).isEqualTo(1.0);
    assertThat(grouped("{$sum: '$a'}", 1.0, Double.POSITIVE_INFINITY))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(grouped("{$count: {}}", 5, 6)).isEqualTo(2);
    assertThat(grouped("{$sum: 2}", 5, 6)).isEqualTo(4);
  }

  @Test
  void accumulatorsChooseExactly() {
    assertThat(grouped("{$max: '$a'}", NEAR, BIG, null)).isEqualTo(BIG);
    assertThat(grouped("{$min: '$a'}", null, BIG, NEAR)).isEqualTo(NEAR);
    assertThat(grouped("{$max: '$a'}", "𠮷", "\uFFFD", 5)).isEqualTo("𠮷");
    assertThat(grouped("{$min: '$none'}", 1)).isNull();
  }

  @Test
  void projectsThroughDocumentsAndArrays() {
    things.insertOne(doc("{_id: 1, a: [{b: 1, c: 2}, 5, [{b: 3}]], d: {b: 4, c: 5}, e: 6}"));
    assertThat(aggregate("{$project: {'a.b': 1, 'd.c': 1, 'e.x': 1}}"))
        .containsExactly(doc("{_id: 1, a: [{b: 1}, [{b: 3}]], d: {c: 5}}"));
    assertThat(things.find().projection(doc("{_id: 1}")).first()).isEqualTo(doc("{_id: 1}"));
    assertThat(things.find().projection(doc("{_id: 0, d: 1}")).first())
        .isEqualTo(doc("{d: {b: 4, c: 5}}"));
    refuses("{$project: {a: 1, d: 0}}");
    refuses("{$project: {a: 1, 'a.b': 1}}");
    refuses("{$project: {'a.b': 1, a: 1}}");
    refuses("{$project: {_id: 0}}");
    refuses("{$project: {a: 1, _id: 'x'}}");
    refuses("{$project: {}}");
  }

  @Test
  void laterStagesMatchAndSortExactly() {
    insert(BIG, NEAR, "𠮷", "\uFFFD");
    assertThat(ids(aggregate("{$project: {a: 1}}", "{$sort: {a: 1}}"))).containsExactly(1, 0, 3, 2);
    assertThat(ids(aggregate("{$project: {a: 1}}", "{$match: {a: {$gt: 9007199254740992.0}}}")))
        .containsExactly(0);
    assertThat(ids(aggregate("{$limit: 3}", "{$skip: 1}", "{$limit: 1}"))).containsExactly(1);
  }
}
