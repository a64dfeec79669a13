package org.juxian.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** What indexes promise. */
abstract class IndexContract extends MongoContract {
  @Test
  void aUniqueIndexNamesItselfAndTheKey() {
    things.createIndex(
        Indexes.ascending("a", "b.c"), new IndexOptions().unique(true).name("a_and_c"));
    things.insertOne(doc("{_id: 1, a: 1, b: {c: 'x'}}"));
    MongoWriteException refused =
        catchThrowableOfType(
            MongoWriteException.class, () -> things.insertOne(doc("{_id: 2, a: 1, b: {c: 'x'}}")));
    assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    assertThat(refused.getCode()).isEqualTo(11000);
    assertThat(refused.getMessage())
        .contains("E11000 duplicate key error collection", "index: a_and_c dup key");
    assertThat(ids(things.find())).containsExactly(1);
  }

  @Test
  void aDuplicateKeyErrorCarriesPatternAndValue() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 2}")));
    Document reply =
        database.runCommand(doc("{update: 'things', updates: [{q: {_id: 2}, u: {$set: {a: 1}}}]}"));
    Document error = reply.getList("writeErrors", Document.class).getFirst();
    assertThat(error.get("keyPattern")).isEqualTo(doc("{a: 1}"));
    assertThat(error.get("keyValue")).isEqualTo(doc("{a: 1}"));
    MongoCommandException refused =
        catchThrowableOfType(
            MongoCommandException.class,
            () -> things.findOneAndUpdate(eq("_id", 2), Updates.set("a", 1)));
    assertThat(refused.getErrorCode()).isEqualTo(11000);
    assertThat(refused.getResponse().getDocument("keyPattern"))
        .isEqualTo(BsonDocument.parse("{a: 1}"));
  }

  @Test
  void aRefusedUpdateLeavesNoTrace() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    things.createIndex(Indexes.ascending("b"));
    things.insertMany(List.of(doc("{_id: 1, a: 1, b: 1}"), doc("{_id: 2, a: 2, b: 2}")));
    assertThatThrownBy(() -> things.updateOne(eq("_id", 2), doc("{$set: {a: 1, b: 3}}")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("b", 2)))).containsExactly(2);
    assertThat(ids(things.find(eq("b", 3)))).isEmpty();
    assertThat(ids(things.find(eq("a", 2)))).containsExactly(2);
  }

  @Test
  void aPartialUniqueIndexBindsOnlyWhatItsFilterTakesIn() {
    things.createIndex(
        Indexes.ascending("event", "person"),
        new IndexOptions().unique(true).partialFilterExpression(doc("{active: true}")));
    things.insertMany(
        List.of(
            doc("{_id: 1, event: 1, person: 1, active: false}"),
            doc("{_id: 2, event: 1, person: 1, active: true}"),
            doc("{_id: 3, event: 1, person: 1, active: false}")));
    assertThatThrownBy(() -> things.updateOne(eq("_id", 1), Updates.set("active", true)))
        .isInstanceOf(MongoWriteException.class);
    things.updateOne(eq("_id", 2), Updates.set("active", false));
    things.updateOne(eq("_id", 1), Updates.set("active", true));
    assertThat(ids(things.find(doc("{event: 1, person: 1, active: true}")))).containsExactly(1);
    assertThat(ids(things.find(doc("{event: 1, person: 1}")))).containsExactly(1, 2, 3);
  }

  @Test
  void theOutboxIndexHoldsOnlyDocumentsWithMessages() {
    things.createIndex(
        Indexes.ascending("at"),
        new IndexOptions().partialFilterExpression(doc("{'outbox.0': {$exists: true}}")));
    things.insertMany(
        List.of(
            doc("{_id: 1, at: 3, outbox: [{id: 'a'}]}"),
            doc("{_id: 2, at: 2, outbox: []}"),
            doc("{_id: 3, at: 1, outbox: [{id: 'b'}]}")));
    Bson waiting = exists("outbox.0");
    assertThat(ids(things.find(waiting).sort(new Document("at", 1)).limit(10)))
        .containsExactly(3, 1);
    things.updateOne(eq("_id", 3), Updates.pull("outbox", doc("{id: {$in: ['b']}}")));
    things.updateOne(eq("_id", 2), Updates.push("outbox", doc("{id: 'c'}")));
    assertThat(ids(things.find(waiting).sort(new Document("at", 1)).limit(10)))
        .containsExactly(2, 1);
  }

  @Test
  void aSparseUniqueIndexLetsManyLackTheField() {
    things.createIndex(Indexes.ascending("mail"), new IndexOptions().unique(true).sparse(true));
    things.insertMany(List.of(doc("{_id: 1}"), doc("{_id: 2}"), doc("{_id: 3, mail: 'a'}")));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 4, mail: 'a'}")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("mail", null)))).containsExactly(1, 2);
  }

  @Test
  void aPlainUniqueIndexTakesAMissingFieldAsNull() {
    things.createIndex(Indexes.ascending("mail"), new IndexOptions().unique(true));
    things.insertOne(doc("{_id: 1}"));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 2, mail: null}")))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void aMultikeyUniqueIndexBindsEachElement() {
    things.createIndex(Indexes.ascending("tags"), new IndexOptions().unique(true));
    things.insertOne(doc("{_id: 1, tags: ['a', 'b', 'a']}"));
    assertThatThrownBy(() -> things.insertOne(doc("{_id: 2, tags: ['c', 'b']}")))
        .isInstanceOf(MongoWriteException.class);
    things.insertOne(doc("{_id: 3, tags: ['c']}"));
    assertThat(ids(things.find(eq("tags", "b")))).containsExactly(1);
  }

  @Test
  void numbersOfAllTypesAreOneKey() {
    things.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", 1).append("n", 1));
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("n", 1L)))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("n", 1.0)))
        .isInstanceOf(MongoWriteException.class);
    assertThat(ids(things.find(eq("n", 1.0)))).containsExactly(1);
    assertThatThrownBy(() -> things.insertOne(new Document("_id", 1L)))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void anIndexIsRefusedIfDocumentsBreakIt() {
    things.insertMany(List.of(doc("{_id: 1, a: 1}"), doc("{_id: 2, a: 1}")));
    assertThatThrownBy(
            () -> things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)))
        .isInstanceOf(MongoException.class);
    assertThat(things.listIndexes()).hasSize(1);
  }

  @Test
  void creatingAnIndexTwiceIsOneIndexAndChangingItIsRefused() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
    assertThat(things.listIndexes()).hasSize(2);
    assertThatThrownBy(
            () -> things.createIndex(Indexes.descending("a"), new IndexOptions().name("i")))
        .isInstanceOf(MongoCommandException.class);
    things.dropIndex("i");
    assertThat(things.listIndexes()).hasSize(1);
  }

  @Test
  void explainNamesTheIndex() {
    things.createIndex(Indexes.ascending("a"), new IndexOptions().name("by_a"));
    for (int i = 0; i < 200; i++) {
      things.insertOne(new Document("_id", i).append("a", i));
    }
    Document explained = things.find(eq("a", 5)).explain();
    assertThat(explained.toJson()).contains("IXSCAN", "by_a");
    assertThat(things.find(eq("b", 5)).explain().toJson()).contains("COLLSCAN");
    assertThat(explained.get("executionStats", Document.class).getInteger("totalDocsExamined"))
        .isEqualTo(1);
  }
}
