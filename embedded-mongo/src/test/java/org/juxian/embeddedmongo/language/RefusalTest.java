package org.juxian.embeddedmongo.language;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juxian.embeddedmongo.updates.Update;

/** What MongoDB knows and this server does not is refused by its name. */
class RefusalTest {
  private static final Document NOTHING = new Document();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "addFields",
        "bucket",
        "bucketAuto",
        "collStats",
        "densify",
        "facet",
        "fill",
        "geoNear",
        "graphLookup",
        "indexStats",
        "lookup",
        "merge",
        "out",
        "redact",
        "replaceRoot",
        "replaceWith",
        "sample",
        "search",
        "set",
        "setWindowFields",
        "sortByCount",
        "unionWith",
        "unset",
        "unwind"
      })
  void stages(String name) {
    refused("$" + name, () -> Pipeline.parse(List.of(new Document("$" + name, NOTHING))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accumulator",
        "addToSet",
        "avg",
        "bottom",
        "first",
        "firstN",
        "last",
        "mergeObjects",
        "push",
        "stdDevPop"
      })
  void accumulators(String name) {
    Document group = new Document("_id", null).append("n", new Document("$" + name, "$a"));
    refused("$" + name, () -> Group.parse(group));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add",
        "and",
        "arrayElemAt",
        "cmp",
        "concat",
        "cond",
        "dateToString",
        "divide",
        "eq",
        "filter",
        "function",
        "ifNull",
        "in",
        "let",
        "literal",
        "map",
        "multiply",
        "not",
        "reduce",
        "size",
        "subtract",
        "switch",
        "toString"
      })
  void expressions(String name) {
    refused("$" + name, () -> Expression.parse(new Document("$" + name, List.of("$a", 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$$ROOT", "$$CURRENT.a", "$$NOW", "$$REMOVE"})
  void variables(String name) {
    refused(name, () -> Expression.parse(name));
  }

  @Test
  void arraysOfExpressionsAndDottedFieldsInThem() {
    refused("an array of expressions", () -> Expression.parse(List.of("$a", "$b")));
    refused("'a.b'", () -> Expression.parse(new Document("a.b", "$a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "bitsAllSet",
        "geoIntersects",
        "geoWithin",
        "mod",
        "near",
        "nearSphere",
        "size",
        "type",
        "within"
      })
  void conditions(String name) {
    refused(
        "$" + name,
        () -> Queries.parse(new Document("a", new Document("$" + name, List.of(1, 2)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expr", "jsonSchema", "text", "where"})
  void queries(String name) {
    refused("$" + name, () -> Queries.parse(new Document("$" + name, NOTHING)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bit", "currentDate", "mul", "pop", "pullAll", "pushAll", "rename"})
  void updates(String name) {
    Document update = new Document("$" + name, new Document("a", "b"));
    refused("$" + name, () -> Update.parse(update, null));
  }

  @Test
  void clausesOfPushes() {
    for (String clause : List.of("$position", "$sort")) {
      Document push = new Document("$each", List.of(1)).append(clause, 1);
      Document update = new Document("$push", new Document("a", push));
      refused(clause, () -> Update.parse(update, null));
    }
  }

  @Test
  void projectionsThatWorkSomethingOut() {
    Document inner = new Document("b", 1);
    for (Object shown : List.of(0, false, "$b", new Document("$slice", 1), inner, List.of(1))) {
      refused("the projection of 'a", () -> Projection.parse(new Document("a", shown)));
    }
    refused("the projection of 'a.$'", () -> Projection.parse(new Document("a.$", 1)));
  }

  private static void refused(String what, ThrowingCallable parse) {
    assertThatThrownBy(parse).isInstanceOf(MongoServerError.class).hasMessageContaining(what);
  }
}
