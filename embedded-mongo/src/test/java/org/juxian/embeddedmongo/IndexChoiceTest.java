package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which index answers what, as explain tells it. */
class IndexChoiceTest {
  private final EmbeddedMongo server = EmbeddedMongo.open(Options.inMemory());
  private final MongoClient client = MongoClients.create(server.connectionString());
  private final MongoDatabase database = client.getDatabase("db");
  private final MongoCollection<Document> things = database.getCollection("things");

  @BeforeEach
  void fill() {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(
          new Document("_id", i)
              .append("event", i % 4)
              .append("at", 5_000 - i)
              .append("tags", List.of(i, -i)));
    }
    things.insertMany(many);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aPageIsReadFromTheIndexAndNoFurther() {
    things.createIndex(doc("{event: 1, _id: 1}"), new IndexOptions().name("paging"));
    Document stats = explain("{event: 1, _id: {$gt: 101}}", "{_id: 1}", 50);
    assertThat(stats.toJson()).contains("paging").doesNotContain("SORT");
    assertThat(stats.get("executionStats", Document.class).getInteger("totalDocsExamined"))
        .isEqualTo(50);
  }

  @Test
  void aSortBackwardReadsTheIndexBackward() {
    things.createIndex(doc("{event: 1, at: -1}"), new IndexOptions().name("i"));
    Document stats = explain("{event: 1}", "{at: 1}", 5);
    assertThat(stats.toJson()).contains("backward").doesNotContain("SORT");
    assertThat(examined(stats)).isEqualTo(5);
    assertThat(things.find(doc("{event: 1}")).sort(doc("{at: 1}")).first().getInteger("_id"))
        .isEqualTo(1_997);
  }

  @Test
  void theRelayFindsItsDocumentsThroughThePartialIndex() {
    things.createIndex(
        doc("{at: 1}"),
        new IndexOptions()
            .name("outbox")
            .partialFilterExpression(doc("{'outbox.0': {$exists: true}}")));
    things.updateOne(doc("{_id: 77}"), doc("{$push: {outbox: {id: 1}}}"));
    Document stats = explain("{'outbox.0': {$exists: true}}", "{at: 1}", 100);
    assertThat(stats.toJson()).contains("outbox");
    assertThat(examined(stats)).isEqualTo(1);
    Document byId = explain("{'outbox.0': {$exists: true}}", "{_id: 1}", 100);
    assertThat(examined(byId)).isEqualTo(1);
  }

  @Test
  void aPartialIndexIsNotUsedForAQueryThatAsksForMore() {
    things.createIndex(
        doc("{event: 1}"), new IndexOptions().partialFilterExpression(doc("{at: {$gt: 4000}}")));
    assertThat(explain("{event: 1}", "{}", 0).toJson()).contains("COLLSCAN");
    assertThat(explain("{event: 1, at: 4100}", "{}", 0).toJson()).contains("IXSCAN");
    assertThat(explain("{event: 1, at: {$gt: 4000}}", "{}", 0).toJson()).contains("IXSCAN");
  }

  @Test
  void inAndRangesReadOnlyTheirKeys() {
    things.createIndex(doc("{event: 1, at: 1}"));
    assertThat(examined(explain("{event: {$in: [1, 2, 9]}, at: {$gte: 4990}}", "{}", 0)))
        .isEqualTo(6);
    assertThat(examined(explain("{event: 3, at: {$gt: 3100, $lte: 3110}}", "{}", 0))).isEqualTo(3);
  }

  @Test
  void eachAlternativeHasItsIndex() {
    things.createIndex(doc("{event: 1, at: 1}"));
    things.createIndex(doc("{tags: 1}"));
    Document explained = explain("{$or: [{event: 1, at: 4999}, {tags: -7}, {_id: 9}]}", "{}", 0);
    assertThat(explained.toJson()).contains("\"OR\"").doesNotContain("COLLSCAN");
    assertThat(examined(explained)).isEqualTo(3);
    assertThat(explain("{$or: [{event: 1}, {other: 1}]}", "{}", 0).toJson()).contains("COLLSCAN");
  }

  @Test
  void theIdWithFurtherConditionsReadsOneDocument() {
    assertThat(examined(explain("{_id: 5, event: 1, tags: {$ne: 9}}", "{}", 0))).isEqualTo(1);
  }

  @Test
  void countingAnIndexedEqualityReadsNoDocument() {
    things.createIndex(doc("{event: 1, at: 1}"));
    assertThat(things.countDocuments(doc("{event: 1}"))).isEqualTo(500);
    assertThat(things.countDocuments(doc("{event: 1, at: {$gt: 4000}}"))).isEqualTo(250);
    assertThat(things.countDocuments(doc("{event: {$in: [1, 1, 2]}}"))).isEqualTo(1_000);
  }

  @Test
  void aMatchInFrontOfAPipelineUsesTheIndex() {
    things.createIndex(doc("{event: 1, at: 1}"), new IndexOptions().name("i"));
    Document explained =
        things
            .aggregate(
                List.of(
                    doc("{$match: {event: 1, at: 4999}}"),
                    doc("{$group: {_id: '$event', n: {$sum: 1}}}")))
            .explain();
    assertThat(explained.toJson()).contains("IXSCAN");
    assertThat(examined(explained)).isEqualTo(1);
  }

  private Document explain(String filter, String sort, int limit) {
    return things.find(doc(filter)).sort(doc(sort)).limit(limit).explain();
  }

  private static int examined(Document explained) {
    return explained.get("executionStats", Document.class).getInteger("totalDocsExamined");
  }

  private static Document doc(String json) {
    return Document.parse(json);
  }
}
