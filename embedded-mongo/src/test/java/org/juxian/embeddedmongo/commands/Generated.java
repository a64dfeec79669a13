package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What the properties are tried on. */
abstract class Generated {
  /** One step of a history. */
  sealed interface Step {
    record Insert(int id, int key, int value) implements Step {}

    record Update(int id, int key, int value) implements Step {}

    record Delete(int id) implements Step {}

    record Crash() implements Step {}

    record Compact() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> ids = Arbitraries.integers().between(0, 12);
    Arbitrary<Integer> keys = Arbitraries.integers().between(0, 15);
    Arbitrary<Integer> values = Arbitraries.integers().between(0, 5);
    Arbitrary<Step> steps =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Combinators.combine(ids, keys, values).as(Step.Insert::new)),
            net.jqwik.api.Tuple.of(6, Combinators.combine(ids, keys, values).as(Step.Update::new)),
            net.jqwik.api.Tuple.of(3, ids.map(Step.Delete::new)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.Crash())),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(new Step.Compact())));
    return steps.list().ofMinSize(1).ofMaxSize(60);
  }

  private static final List<String> FIELDS = List.of("a", "b", "c.d");

  @Provide
  Arbitrary<@Nullable Object> scalars() {
    return Arbitraries.of(
        Arrays.asList(
            null,
            1,
            2,
            2L,
            2.5,
            -3,
            Long.MAX_VALUE,
            9_007_199_254_740_993L,
            9.007199254740992E15,
            0.1,
            new Decimal128(new BigDecimal("0.1")),
            new Decimal128(new BigDecimal("1E400")),
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            "",
            "a",
            "ab",
            "b",
            "\0",
            "聚",
            true,
            false,
            java.time.Instant.ofEpochMilli(5),
            java.time.Instant.ofEpochMilli(-5),
            new de.bwaldvogel.mongo.bson.ObjectId("0123456789abcdef01234567")));
  }

  @Provide
  Arbitrary<Document> documents() {
    Arbitrary<@Nullable Object> values =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, scalars()),
            net.jqwik.api.Tuple.of(
                2, scalars().list().ofMaxSize(3).map(list -> (Object) new ArrayList<>(list))),
            net.jqwik.api.Tuple.of(1, scalars().map(value -> (Object) new Document("d", value))));
    Arbitrary<@Nullable Object> inner =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, values.map(value -> (Object) new Document("d", value))),
            net.jqwik.api.Tuple.of(
                2,
                values
                    .map(v -> new Document("d", v))
                    .list()
                    .ofMaxSize(3)
                    .map(list -> (Object) new ArrayList<>(list))),
            net.jqwik.api.Tuple.of(1, scalars()));
    return Combinators.combine(values.optional(0.8), values.optional(0.8), inner.optional(0.8))
        .as(
            (a, b, c) -> {
              Document document = new Document();
              a.ifPresent(value -> document.put("a", value));
              b.ifPresent(value -> document.put("b", value));
              c.ifPresent(value -> document.put("c", value));
              return document;
            });
  }

  @Provide
  Arbitrary<Document> conditions() {
    Arbitrary<Object> operators =
        Arbitraries.oneOf(
            Combinators.combine(
                    Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"), scalars())
                .as((operator, value) -> (Object) new Document(operator, value)),
            scalars()
                .list()
                .ofMaxSize(3)
                .map(list -> (Object) new Document("$in", new ArrayList<>(list))),
            Arbitraries.of(true, false).map(there -> (Object) new Document("$exists", there)),
            Combinators.combine(scalars(), scalars())
                .as((low, high) -> (Object) new Document("$gte", low).append("$lt", high)),
            scalars().map(value -> (Object) new Document("$not", new Document("$gt", value))));
    Arbitrary<Object> wanted =
        Arbitraries.oneOf(operators, operators, scalars().filter(v -> v != null));
    return Combinators.combine(Arbitraries.of(FIELDS), wanted).as(Document::new);
  }

  @Provide
  Arbitrary<Document> queries() {
    Arbitrary<Document> all =
        conditions().list().ofMinSize(1).ofMaxSize(3).map(parts -> new Document("$and", parts));
    Arbitrary<Document> any =
        conditions().list().ofMinSize(1).ofMaxSize(2).map(parts -> new Document("$or", parts));
    return Arbitraries.oneOf(all, all, any, conditions());
  }

  @Provide
  Arbitrary<Document> indexes() {
    Arbitrary<Integer> directions = Arbitraries.of(1, -1);
    Arbitrary<Document> keys =
        Arbitraries.shuffle("a", "b", "c.d", "_id")
            .flatMap(
                fields ->
                    Combinators.combine(
                            directions.list().ofSize(4), Arbitraries.integers().between(1, 3))
                        .as(
                            (ways, length) -> {
                              Document key = new Document();
                              for (int i = 0; i < length; i++) {
                                key.put(fields.get(i), ways.get(i));
                              }
                              return key;
                            }))
            .filter(key -> !List.copyOf(key.keySet()).equals(List.of("_id")));
    Arbitrary<Document> filters =
        Arbitraries.of(
            new Document("a", new Document("$exists", true)),
            new Document("a", new Document("$gt", 1)),
            new Document("b", true),
            new Document("c.d", new Document("$gte", "")));
    return Combinators.combine(keys, filters.optional(0.4), Arbitraries.of(true, false))
        .as(
            (key, filter, sparse) -> {
              Document index = index(key.toString(), key);
              filter.ifPresentOrElse(
                  it -> index.append("partialFilterExpression", it),
                  () -> index.append("sparse", sparse));
              return index;
            });
  }

  @Provide
  Arbitrary<Document> sorts() {
    return Arbitraries.of(
        new Document(),
        new Document("_id", 1),
        new Document("a", 1).append("_id", 1),
        new Document("a", -1).append("b", 1).append("_id", -1),
        new Document("c.d", -1).append("_id", 1));
  }

  @Provide
  Arbitrary<@Nullable Object> plainScalars() {
    return Arbitraries.of(
        Arrays.asList(
            null, 1, 2, 2L, 2.5, -3, "", "a", "ab", true, false, java.time.Instant.EPOCH));
  }

  @Provide
  Arbitrary<Document> plainDocuments() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            plainScalars(),
            plainScalars().list().ofMaxSize(3).map(list -> (Object) new ArrayList<>(list)));
    Arbitrary<Object> inner =
        Arbitraries.oneOf(
            plainScalars().map(value -> (Object) new Document("d", value)),
            plainScalars()
                .map(value -> new Document("d", value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> (Object) new ArrayList<>(list)));
    return Combinators.combine(values, inner).as((a, c) -> new Document("a", a).append("c", c));
  }

  @Provide
  Arbitrary<Document> plainConditions() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c.d"),
            Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"),
            plainScalars().filter(value -> value != null))
        .as((field, operator, value) -> new Document(field, new Document(operator, value)));
  }

  @Provide
  Arbitrary<Number> numbers() {
    Arbitrary<Long> near = Arbitraries.longs().between(-3, 3);
    return Arbitraries.oneOf(
        Arbitraries.longs().map(value -> (Number) value),
        near.map(d -> (Number) (9_007_199_254_740_992L + d)),
        near.map(d -> (Number) (double) (9_007_199_254_740_992L + d)),
        near.map(d -> (Number) (d / 10.0)),
        Arbitraries.doubles().map(value -> (Number) value),
        near.map(d -> (Number) new Decimal128(BigDecimal.valueOf(d, 1))),
        near.map(d -> (Number) new Decimal128(BigDecimal.valueOf(9_007_199_254_740_992L + d))),
        Combinators.combine(near, Arbitraries.integers().between(-6_000, 6_000))
            .as((d, scale) -> (Number) new Decimal128(BigDecimal.valueOf(d, scale))));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("\0\1ab聚\uFFFD\uE000")
        .ofMaxLength(3)
        .flatMap(text -> Arbitraries.of(text, text + "𠮷", "𠮷" + text, text + "\uD840\uDC01"));
  }

  @Provide
  Arbitrary<List<Document>> documentLists() {
    return documents().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Document>> indexLists() {
    return indexes().list().ofMinSize(1).ofMaxSize(3);
  }

  static Document index(String name, Document key) {
    return new Document("name", name).append("key", key);
  }
}
