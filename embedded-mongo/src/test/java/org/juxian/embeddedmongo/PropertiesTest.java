package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * Random operations against a plain model, with crashes; random queries with and without indexes.
 * Random with a fixed seed; {@link PropertiesWithRandomSeeds} takes others.
 */
class PropertiesTest {
  private static final String SEED = "20261124";

  // ---- what is stored

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

  @Property(tries = 150, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
  void aHistoryWithCrashesEndsAsThePlainModel(@ForAll("histories") List<Step> history)
      throws IOException {
    Path temp = Files.createTempDirectory("embedded-mongo-test");
    Map<Integer, int[]> model = new TreeMap<>();
    Opened opened = Opened.at(temp.resolve("0"));
    try {
      Table table = opened.collection().table();
      table.createIndex(
          IndexSpec.parse(index("{key}", new Document("key", 1)).append("unique", true)));
      table.createIndex(IndexSpec.parse(index("{value}", new Document("value", -1))));
      int crashes = 0;
      for (Step step : history) {
        switch (step) {
          case Step.Insert(int id, int key, int value) -> {
            boolean free =
                !model.containsKey(id) && model.values().stream().noneMatch(it -> it[0] == key);
            assertThat(succeeds(opened.collection(), document(id, key, value), true))
                .isEqualTo(free);
            if (free) {
              model.put(id, new int[] {key, value});
            }
          }
          case Step.Update(int id, int key, int value) -> {
            boolean free =
                model.entrySet().stream()
                    .noneMatch(it -> it.getKey() != id && it.getValue()[0] == key);
            if (model.containsKey(id)) {
              assertThat(succeeds(opened.collection(), document(id, key, value), false))
                  .isEqualTo(free);
              if (free) {
                model.put(id, new int[] {key, value});
              }
            }
          }
          case Step.Delete(int id) -> {
            assertThat(opened.collection().delete(new Document("_id", id), 1))
                .isEqualTo(model.remove(id) == null ? 0 : 1);
          }
          case Step.Crash _ -> opened = opened.crash(temp.resolve(Integer.toString(++crashes)));
          case Step.Compact _ -> opened.store().compact();
        }
      }
      opened = opened.crash(temp.resolve("last"));
      compare(opened.collection(), model);
    } finally {
      opened.store().close();
      delete(temp);
    }
  }

  private static boolean succeeds(DurableCollection collection, Document document, boolean insert) {
    try {
      if (insert) {
        collection.addDocument(document);
      } else {
        collection.update(
            new Document("_id", document.get("_id")), document, new Document(), false, false);
      }
      return true;
    } catch (DuplicateKey e) {
      return false;
    }
  }

  private static void compare(DurableCollection collection, Map<Integer, int[]> model) {
    List<Document> expected = new ArrayList<>();
    model.forEach((id, it) -> expected.add(document(id, it[0], it[1])));
    assertThat(find(collection, new Document(), new Document("_id", 1), 0, 0)).isEqualTo(expected);
    assertThat(collection.count()).isEqualTo(expected.size());
    for (Document document : expected) {
      assertThat(find(collection, new Document("key", document.get("key")), new Document(), 0, 0))
          .containsExactly(document);
      assertThat(
              find(collection, new Document("value", document.get("value")), new Document(), 0, 0))
          .contains(document);
    }
    for (int value = 0; value <= 5; value++) {
      int wanted = value;
      assertThat(collection.count(new Document("value", value), 0, 0))
          .isEqualTo((int) model.values().stream().filter(it -> it[1] == wanted).count());
    }
  }

  private static Document document(int id, int key, int value) {
    return new Document("_id", id).append("key", key).append("value", value);
  }

  private static Document index(String name, Document key) {
    return new Document("name", name).append("key", key);
  }

  /** A store with its one collection. */
  private record Opened(Path folder, Store store, Catalog catalog) {
    static Opened at(Path folder) {
      Catalog catalog = new Catalog();
      Store store = Store.open(folder, catalog, Log.Acknowledgement.AFTER_FSYNC);
      return new Opened(folder, store, catalog);
    }

    DurableCollection collection() {
      return catalog.findOrCreate("db", "c");
    }

    /** Goes on with a copy of the files as they were when everything so far was acknowledged. */
    Opened crash(Path copy) throws IOException {
      catalog.journal().awaitDurable();
      Files.createDirectories(copy);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      store.close();
      return at(copy);
    }
  }

  // ---- what is found

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
            new Document("c.d", new Document("$type", "string")));
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

  @Property(tries = 2_500, seed = SEED)
  void aQueryFindsTheSameWithAndWithoutIndexes(
      @ForAll("documentLists") List<Document> documents,
      @ForAll("indexLists") List<Document> indexes,
      @ForAll("queries") Document query,
      @ForAll("sorts") Document sort) {
    DurableCollection plain = collection();
    DurableCollection indexed = collection();
    try {
      for (Document index : indexes) {
        IndexSpec spec = IndexSpec.parse(index);
        if (spec.isNewBeside(indexed.table().specs())) {
          indexed.table().createIndex(spec);
        }
      }
    } catch (MongoServerError e) {
      // two of the indexes were the same
    }
    int id = 0;
    for (Document document : documents) {
      Document whole = new Document("_id", id++);
      whole.putAll(document);
      try {
        indexed.addDocument(whole);
        plain.addDocument(whole);
      } catch (de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError e) {
        // neither has it
      }
    }
    List<Document> expected;
    try {
      expected = find(plain, query, sort, 0, 0);
    } catch (MongoServerError e) {
      assertThat(e).hasMessageContaining("parallel arrays");
      assertThatThrownBy(() -> find(indexed, query, sort, 0, 0)).isInstanceOf(e.getClass());
      return;
    }
    List<Document> found = find(indexed, query, sort, 0, 0);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    if (!sort.isEmpty()) {
      assertThat(found).isEqualTo(expected);
      assertThat(find(indexed, query, sort, 1, 2)).isEqualTo(find(plain, query, sort, 1, 2));
    }
    assertThat(indexed.count(query, 0, 0)).isEqualTo(expected.size());
  }

  /** The library's matcher as a second opinion, on values about which it is right. */
  @Property(tries = 2_000, seed = SEED)
  void aQueryMatchesWhatTheLibrarysMatcherDoes(
      @ForAll("plainDocuments") Document document, @ForAll("plainConditions") Document query) {
    assertThat(Queries.parse(query).matches(document))
        .isEqualTo(new DefaultQueryMatcher().matches(document, query));
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

  @Property(tries = 2_000, seed = SEED)
  void keysOrderNumbersByTheirExactValue(
      @ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    int byKeys = Arrays.compareUnsigned(KeyCodec.encode(one, true), KeyCodec.encode(other, true));
    assertThat(Integer.signum(byKeys)).isEqualTo(exact(one).compareTo(exact(other)));
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

  private static BigDecimal exact(Number number) {
    return switch (number) {
      case Decimal128 decimal -> decimal.toBigDecimal();
      case Long whole -> BigDecimal.valueOf(whole);
      default -> new BigDecimal(number.doubleValue());
    };
  }

  @Provide
  Arbitrary<List<Document>> documentLists() {
    return documents().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Document>> indexLists() {
    return indexes().list().ofMinSize(1).ofMaxSize(3);
  }

  private static DurableCollection collection() {
    return new DurableCollection(new DurableDatabase("db"), "c", 1, () -> Journal.NONE);
  }

  private static List<Document> find(
      DurableCollection collection, Document query, Document sort, int skip, int limit) {
    return Search.stream(collection.search(query, sort).hits(skip, limit))
        .map(Scan.Hit::document)
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
