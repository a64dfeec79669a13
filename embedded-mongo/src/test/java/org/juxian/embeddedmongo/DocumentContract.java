package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** Documents and collections come back as they went. */
abstract class DocumentContract extends MongoContract {
  @Test
  void everyTypeComesBackAsItWent() {
    Document all =
        new Document("_id", new ObjectId())
            .append("text", "聚贤 \0 𠮷")
            .append("int", 1)
            .append("long", Long.MAX_VALUE)
            .append("double", 0.1)
            .append("decimal", Decimal128.parse("12.30"))
            .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
            .append("bool", true)
            .append("nothing", null)
            .append("list", List.of(1, "two", List.of(3)))
            .append("inner", new Document("a", new Document("b", 1)));
    things.insertOne(all);
    assertThat(things.find().first()).isEqualTo(all);
  }

  @Test
  void idsStandInFront() {
    things.insertOne(new Document("a", 1).append("_id", 7));
    assertThat(things.find().first().keySet()).containsExactly("_id", "a");
  }

  @Test
  void findsAreInOrderOfInsertionUnlessAsked() {
    for (int id : List.of(3, 1, 2)) {
      things.insertOne(new Document("_id", id));
    }
    assertThat(ids(things.find())).containsExactly(3, 1, 2);
  }

  @Test
  void manyDocumentsComeInBatches() {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(new Document("_id", i));
    }
    things.insertMany(many);
    assertThat(ids(things.find())).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(ids(things.find().batchSize(7).sort(new Document("_id", -1))))
        .hasSize(2_500)
        .startsWith(2_499);
    assertThat(things.countDocuments()).isEqualTo(2_500);
    assertThat(things.estimatedDocumentCount()).isEqualTo(2_500);
  }

  @Test
  void listsAndDrops() {
    database.createCollection("other");
    things.insertOne(doc("{_id: 1}"));
    assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("things", "other");
    assertThatThrownBy(() -> database.createCollection("other"))
        .isInstanceOf(MongoCommandException.class);
    database.getCollection("other").drop();
    assertThat(database.listCollectionNames()).containsExactly("things");
    assertThat(client.listDatabaseNames()).contains(database.getName());
  }

  @Test
  void saysHello() {
    Document hello = database.runCommand(doc("{hello: 1}"));
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
    assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
    database.runCommand(doc("{ping: 1}"));
    database.runCommand(doc("{buildInfo: 1}"));
  }
}
