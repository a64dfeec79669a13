package org.juxian.embeddedmongo.commands;

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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.juxian.embeddedmongo.files.Log;
import org.juxian.embeddedmongo.files.Store;
import org.juxian.embeddedmongo.language.Queries;
import org.juxian.embeddedmongo.search.Scan;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.DuplicateKey;
import org.juxian.embeddedmongo.tables.IndexSpec;
import org.juxian.embeddedmongo.updates.Update;
import org.juxian.embeddedmongo.values.KeyCodec;

/**
 * Random operations against a plain model, with crashes; random queries with and without indexes.
 * Random with a fixed seed; {@link PropertiesWithRandomSeeds} takes others.
 */
class PropertiesTest extends Generated {
  private static final String SEED = "20261124";

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
  void aHistoryWithCrashesEndsAsThePlainModel(@ForAll("histories") List<Step> history)
      throws IOException {
    Path temp = Files.createTempDirectory("embedded-mongo-test");
    Map<Integer, int[]> model = new TreeMap<>();
    Opened opened = Opened.at(temp.resolve("0"));
    try {
      opened.index(index("{key}", new Document("key", 1)).append("unique", true));
      opened.index(index("{value}", new Document("value", -1)));
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

  private static boolean succeeds(Statements collection, Document document, boolean insert) {
    try {
      if (insert) {
        collection.insert(document);
      } else {
        Document byId = new Document("_id", document.get("_id"));
        collection.update(byId, Update.parse(document, null), false, false);
      }
      return true;
    } catch (DuplicateKey e) {
      return false;
    }
  }

  private static void compare(Statements collection, Map<Integer, int[]> model) {
    List<Document> expected = new ArrayList<>();
    model.forEach((id, it) -> expected.add(document(id, it[0], it[1])));
    assertThat(find(collection, new Document(), new Document("_id", 1), 0, 0)).isEqualTo(expected);
    assertThat(collection.table().size()).isEqualTo(expected.size());
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

  /** A store with its one collection. */
  private record Opened(Path folder, Store store, Catalog catalog) {
    static Opened at(Path folder) {
      Catalog catalog = new Catalog();
      Store store = Store.open(folder, catalog, Log.Acknowledgement.AFTER_FSYNC);
      return new Opened(folder, store, catalog);
    }

    Statements collection() {
      return new Statements(catalog.findOrCreate("db", "c"));
    }

    void index(Document index) {
      catalog.createIndex(collection().table(), IndexSpec.parse(index));
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

  @Property(tries = 1_200, seed = SEED)
  void aQueryFindsTheSameWithAndWithoutIndexes(
      @ForAll("documentLists") List<Document> documents,
      @ForAll("indexLists") List<Document> indexes,
      @ForAll("queries") Document query,
      @ForAll("sorts") Document sort) {
    Catalog catalog = new Catalog();
    Statements plain = new Statements(catalog.create("db", "plain"));
    Statements indexed = new Statements(catalog.create("db", "indexed"));
    try {
      for (Document index : indexes) {
        catalog.createIndex(indexed.table(), IndexSpec.parse(index));
      }
    } catch (MongoServerError e) {
      // two of the indexes were the same
    }
    int id = 0;
    for (Document document : documents) {
      Document whole = new Document("_id", id++);
      whole.putAll(document);
      try {
        indexed.insert(whole);
        plain.insert(whole);
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

  @Property(tries = 2_000, seed = SEED)
  void keysOrderNumbersByTheirExactValue(
      @ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    int byKeys = Arrays.compareUnsigned(KeyCodec.encode(one, true), KeyCodec.encode(other, true));
    assertThat(Integer.signum(byKeys)).isEqualTo(exact(one).compareTo(exact(other)));
  }

  @Property(tries = 2_000, seed = SEED)
  void updatesCompareNumbersByTheirExactValue(
      @ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    int order = exact(other).compareTo(exact(one));
    assertThat(updated(one, "$max", other)).isEqualTo(order > 0 ? other : one);
    assertThat(updated(one, "$min", other)).isEqualTo(order < 0 ? other : one);
    List<Number> first = List.of(one);
    assertThat(updated(first, "$addToSet", other))
        .isEqualTo(order == 0 ? first : List.of(one, other));
    assertThat(updated(first, "$pull", other)).isEqualTo(order == 0 ? List.of() : first);
    assertThat(updated(first, "$pull", new Document("$lt", other)))
        .isEqualTo(order > 0 ? List.of() : first);
  }

  @Property(tries = 2_000, seed = SEED)
  void sumsAreExactOrRefused(@ForAll("numbers") Number one, @ForAll("numbers") Number other) {
    boolean decimal = one instanceof Decimal128 || other instanceof Decimal128;
    boolean floating = one instanceof Double || other instanceof Double;
    BigDecimal sum = exact(one).add(exact(other));
    try {
      Number result = (Number) updated(one, "$inc", other);
      assertThat(decimal).isFalse();
      if (floating) {
        assertThat(result).isEqualTo(one.doubleValue() + other.doubleValue());
      } else {
        assertThat(exact(result)).isEqualByComparingTo(sum);
      }
    } catch (MongoServerError e) {
      boolean fits = sum.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
      assertThat(decimal || !fits).isTrue();
    }
  }

  private static Object updated(Object before, String operator, Object operand) {
    Document update = new Document(operator, new Document("a", operand));
    return Update.parse(update, null).apply(new Document("a", before)).get("a");
  }

  @Property(tries = 2_000, seed = SEED)
  void keysOrderStringsByTheirCodePoints(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    int byKeys = Arrays.compareUnsigned(KeyCodec.encode(one, true), KeyCodec.encode(other, true));
    int byCodePoints = Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    assertThat(Integer.signum(byKeys)).isEqualTo(Integer.signum(byCodePoints));
  }

  private static BigDecimal exact(Number number) {
    return switch (number) {
      case Decimal128 decimal -> decimal.toBigDecimal();
      case Long whole -> BigDecimal.valueOf(whole);
      default -> new BigDecimal(number.doubleValue());
    };
  }

  private static List<Document> find(
      Statements collection, Document query, Document sort, int skip, int limit) {
    return collection.search(query, sort).hits(skip, limit).map(Scan.Hit::document).toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
