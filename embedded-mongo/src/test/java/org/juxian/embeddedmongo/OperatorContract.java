package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.model.UpdateOptions;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** What each update operator makes of a field, by exact values. */
abstract class OperatorContract extends MongoContract {
  private static final long BIG = 9_007_199_254_740_993L;
  private static final double NEAR = 9_007_199_254_740_992.0;

  /** The field {@code a} of a document after an update. */
  private Object after(Object before, String operator, Object operand, Document... filters) {
    return after(before, new Document(operator, new Document("a", operand)), filters);
  }

  private Object after(Object before, Document update, Document... filters) {
    things.deleteMany(new Document());
    things.insertOne(new Document("_id", 1).append("a", before));
    UpdateOptions options = new UpdateOptions();
    things.updateOne(
        eq("_id", 1),
        update,
        filters.length == 0 ? options : options.arrayFilters(List.of(filters)));
    return things.find().first().get("a");
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private void refuses(Object before, Document update) {
    assertThatThrownBy(() -> after(before, update)).isInstanceOf(MongoException.class);
    assertThat(things.find().first()).isEqualTo(new Document("_id", 1).append("a", before));
  }

  @Test
  void minAndMaxCompareExactly() {
    assertThat(after(BIG, "$max", NEAR)).isEqualTo(BIG);
    assertThat(after(NEAR, "$max", BIG)).isEqualTo(BIG);
    assertThat(after(BIG, "$min", NEAR)).isEqualTo(NEAR);
    Decimal128 tenth = Decimal128.parse("0.1");
    assertThat(after(0.1, "$min", tenth)).isEqualTo(tenth);
    assertThat(after(tenth, "$max", 0.1)).isEqualTo(0.1);
    assertThat(after("\uFFFD", "$max", "𠮷")).isEqualTo("𠮷");
    assertThat(after("text", "$min", 5)).isEqualTo(5);
    assertThat(after(List.of(9, 1), "$max", List.of(2))).isEqualTo(List.of(9, 1));
    assertThat(after(null, "$min", 5)).isNull();
  }

  @Test
  void setsHoldAValueOnce() {
    List<Object> list = List.of(BIG, 1, doc("{x: 1, y: 2}"));
    assertThat(list(after(list, "$addToSet", NEAR))).hasSize(4).endsWith(NEAR);
    assertThat(after(list, "$addToSet", Decimal128.parse("9007199254740993"))).isEqualTo(list);
    assertThat(list(after(list, "$addToSet", doc("{$each: [1.0, {x: 1.0, y: 2}, {y: 2, x: 1}]}"))))
        .hasSize(4);
    refuses("text", doc("{$addToSet: {a: 1}}"));
  }

  @Test
  void pullsWhatIsEqualOrMeetsTheCondition() {
    List<Object> list = Arrays.asList(BIG, NEAR, "𠮷", "\uFFFD", null, List.of(1, 5));
    assertThat(list(after(list, "$pull", NEAR))).hasSize(5).startsWith(BIG, "𠮷");
    assertThat(after(list, "$pull", doc("{$gt: 9007199254740992.0}")))
        .isEqualTo(Arrays.asList(NEAR, "𠮷", "\uFFFD", null, List.of(1, 5)));
    assertThat(list(after(list, "$pull", doc("{$gt: '\uFFFD'}")))).doesNotContain("𠮷").hasSize(5);
    assertThat(after(list, "$pull", List.of(1))).isEqualTo(list);
    List<Document> documents = List.of(doc("{k: 1, v: [1, 2]}"), doc("{k: 2}"), doc("{k: 3}"));
    assertThat(after(documents, "$pull", doc("{v: 2}"))).isEqualTo(documents.subList(1, 3));
    assertThat(after(documents, "$pull", doc("{k: {$lt: 3}}"))).isEqualTo(List.of(doc("{k: 3}")));
    assertThat(after(List.of("ab", "b", 1), "$pull", doc("{$in: [/^a/, 1]}")))
        .isEqualTo(List.of("b"));
    refuses(1, doc("{$pull: {a: 1}}"));
  }

  @Test
  void pushesInOrder() {
    assertThat(after(List.of(1, 2), "$push", doc("{$each: [8, 9], $slice: 3}")))
        .isEqualTo(List.of(1, 2, 8));
    assertThat(after(List.of(1, 2), "$push", doc("{$each: [8, 9], $slice: -3}")))
        .isEqualTo(List.of(2, 8, 9));
    assertThat(after(List.of(1, 2), "$push", doc("{$each: [9], $slice: 0}"))).isEqualTo(List.of());
    assertThat(after(List.of(1), "$push", doc("{$each: [9], $slice: -7}")))
        .isEqualTo(List.of(1, 9));
    assertThat(after(List.of(1), "$push", List.of(2))).isEqualTo(List.of(1, List.of(2)));
    refuses(List.of(), doc("{$push: {a: {$each: [1], $what: 1}}}"));
    refuses(null, doc("{$push: {a: 1}}"));
  }

  @Test
  void addsWithinTheTypesOrRefuses() {
    assertThat(after(1, "$inc", 2)).isEqualTo(3);
    assertThat(after(Integer.MAX_VALUE, "$inc", 1)).isEqualTo(1L << 31);
    assertThat(after(1, "$inc", 2L)).isEqualTo(3L);
    assertThat(after(1, "$inc", 0.5)).isEqualTo(1.5);
    refuses(Long.MAX_VALUE, doc("{$inc: {a: 1}}"));
    refuses(null, doc("{$inc: {a: 1}}"));
    refuses(1, doc("{$inc: {a: '1'}}"));
    assertThat(after(1, doc("{$inc: {b: 3}}"))).isEqualTo(1);
    assertThat(things.find().first()).isEqualTo(doc("{_id: 1, a: 1, b: 3}"));
  }

  @Test
  void settingAnEqualNumberOfAnotherTypeIsAChange() {
    assertThat(after(NEAR, "$set", BIG)).isEqualTo(BIG);
    assertThat(after(1, "$set", 1L)).isEqualTo(1L);
    assertThat(things.updateOne(eq("_id", 1), doc("{$set: {a: {$numberLong: '1'}}}")))
        .matches(result -> result.getMatchedCount() == 1 && result.getModifiedCount() == 0);
  }

  @Test
  void fieldsAreMadeInTheOrderOfTheirNames() {
    after(1, doc("{$set: {z: 1, 'c.y': 1, 'c.10': 1, 'c.9': 1}, $inc: {b: 1}}"));
    assertThat(things.find().first().toJson())
        .isEqualTo(doc("{_id: 1, a: 1, b: 1, c: {'9': 1, '10': 1, y: 1}, z: 1}").toJson());
  }

  @Test
  void aPathLeadsThroughDocumentsAndArraysOnly() {
    assertThat(after(List.of(1), doc("{$set: {'a.3': 4}}")))
        .isEqualTo(Arrays.asList(1, null, null, 4));
    assertThat(after(List.of(1, 2), doc("{$unset: {'a.0': 1, 'a.5': 1, 'a.x': 1}}")))
        .isEqualTo(Arrays.asList(null, 2));
    refuses(null, doc("{$set: {'a.b': 1}}"));
    refuses(5, doc("{$set: {'a.b.c': 1}}"));
    refuses(List.of(1), doc("{$set: {'a.b': 1}}"));
    assertThat(after(5, doc("{$unset: {'a.b': 1}}"))).isEqualTo(5);
  }

  @Test
  void twoChangesMayNotMeet() {
    refuses(1, doc("{$set: {a: 1}, $inc: {a: 1}}"));
    refuses(1, doc("{$set: {'a.b': 1, a: 1}}"));
    assertThatThrownBy(
            () ->
                after(
                    List.of(1, 2),
                    doc("{$set: {'a.$[x]': 5, 'a.$[y]': 6}}"),
                    doc("{x: 1}"),
                    doc("{y: {$lt: 9}}")))
        .hasMessageContaining("conflict");
  }

  @Test
  void arrayFiltersCompareExactlyAndSeeTheElementsAsTheyWere() {
    assertThat(
            after(
                List.of(BIG, NEAR),
                doc("{$set: {'a.$[x]': 0}}"),
                new Document("x", new Document("$gt", NEAR))))
        .isEqualTo(List.of(0, NEAR));
    assertThat(
            after(
                List.of(doc("{k: 1, v: 1}"), doc("{k: 2, v: 1}")),
                doc("{$set: {'a.$[x].k': 9, 'a.$[x].z': 9}, $inc: {'a.$[].v': 1}}"),
                doc("{'x.k': 1}")))
        .isEqualTo(List.of(doc("{k: 9, v: 2, z: 9}"), doc("{k: 2, v: 2}")));
    assertThat(
            after(
                List.of(doc("{b: [1, 2]}"), doc("{b: [2, 3]}")),
                doc("{$inc: {'a.$[].b.$[y]': 18}}"),
                doc("{y: 2}")))
        .isEqualTo(List.of(doc("{b: [1, 20]}"), doc("{b: [20, 3]}")));
    refuses(List.of(1), doc("{$set: {'a.$[x]': 1}}"));
    refuses(1, doc("{$set: {'a.$[]': 1}}"));
    assertThatThrownBy(() -> after(List.of(), doc("{$set: {a: 1}}"), doc("{x: 1}")))
        .hasMessageContaining("not used");
  }

  @Test
  void theIdStays() {
    refuses(1, doc("{$set: {_id: 2}}"));
    refuses(1, doc("{$unset: {_id: 1}}"));
    assertThatThrownBy(() -> things.replaceOne(eq("_id", 1), doc("{_id: 2}")))
        .hasMessageContaining("immutable");
  }

  @Test
  void anUpsertTakesEqualitiesFromTheQueryAndNothingElse() {
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    things.updateOne(
        doc("{'n.m': 1, k: {$eq: 2}, $and: [{l: 3}], x: {$gt: 4}, $or: [{o: 1}, {o: 2}], r: /a/}"),
        doc("{$set: {a: 1}}"),
        upsert);
    Document made = things.find().first();
    assertThat(made.remove("_id")).isInstanceOf(org.bson.types.ObjectId.class);
    assertThat(made).isEqualTo(doc("{k: 2, l: 3, n: {m: 1}, a: 1}"));
    things.updateOne(doc("{_id: {$in: [7, 8]}}"), doc("{$set: {b: 1}}"), upsert);
    assertThat(things.find(eq("b", 1)).first().get("_id"))
        .isInstanceOf(org.bson.types.ObjectId.class);
    assertThatThrownBy(
            () -> things.updateOne(doc("{_id: 9, q: 1}"), doc("{$set: {_id: 8}}"), upsert))
        .hasMessageContaining("immutable");
  }
}
