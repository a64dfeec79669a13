package org.juxian.embeddedmongo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.Table;

/** Only what is over at once may run in the thread that reads the network. */
class BriefTest {
  private final Catalog catalog = new Catalog();
  private final Commands commands =
      new Commands(catalog, InstantSource.system(), new Cursors(InstantSource.system()));

  BriefTest() {
    catalog.create("db", "c");
  }

  private static Document parsed(String json) {
    org.bson.Document given = org.bson.Document.parse(json);
    return (Document) Objects.requireNonNull(ours(given));
  }

  private static @Nullable Object ours(@Nullable Object value) {
    return switch (value) {
      case org.bson.Document fields -> {
        Document document = new Document();
        fields.forEach((name, each) -> document.put(name, ours(each)));
        yield document;
      }
      case List<?> list -> list.stream().map(BriefTest::ours).toList();
      case null -> null;
      default -> value;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{insert: 'c', documents: [{_id: 1}]}",
        "{find: 'c', filter: {_id: 'x', a: 2}}",
        "{find: 'c', filter: {$and: [{a: 1}, {_id: {sub: 1}}]}}",
        "{findAndModify: 'c', query: {_id: 1}, update: {$inc: {n: 1}}}",
        "{update: 'c', updates: [{q: {_id: 1}, u: {$inc: {n: 1}}}]}",
        "{delete: 'c', deletes: [{q: {_id: 1}, limit: 1}]}"
      })
  void isBrief(String command) {
    assertThat(commands.isBrief("db", parsed(command))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ping: 1}",
        "{insert: 'c', documents: [{_id: 1}, {_id: 2}]}",
        "{insert: 'new', documents: [{_id: 1}]}",
        "{find: 'c'}",
        "{find: 'c', filter: {a: 1}}",
        "{find: 'c', filter: {_id: {$gt: 1}}}",
        "{find: 'c', filter: {_id: [1, 2]}}",
        "{find: 'c', filter: {_id: null}}",
        "{find: 'c', filter: {$or: [{_id: 1}, {a: 1}]}}",
        "{find: 7, filter: {_id: 1}}",
        "{findAndModify: 'c', query: {n: 1}, remove: true}",
        "{update: 'c', updates: [{q: {}, u: {$inc: {n: 1}}, multi: true}]}",
        "{delete: 'c', deletes: [{q: {_id: 1}}, {q: {_id: 2}}]}",
        "{count: 'c', query: {_id: 1}}",
        "{aggregate: 'c', pipeline: [{$match: {_id: 1}}]}"
      })
  void isNot(String command) {
    assertThat(commands.isBrief("db", parsed(command))).isFalse();
  }

  @Test
  void nothingIsBriefWhileSomebodyHoldsTheCollection() {
    Document find = parsed("{find: 'c', filter: {_id: 1}}");
    Table table = catalog.findOrCreate("db", "c");
    assertThat(table.<Boolean>writing(() -> commands.isBrief("db", find))).isFalse();
    assertThat(table.<Boolean>reading(() -> commands.isBrief("db", find))).isTrue();
  }
}
