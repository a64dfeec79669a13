package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands and options that another server would know are refused, never ignored. */
class CommandRefusalTest {
  private final EmbeddedMongo server = EmbeddedMongo.open(Options.inMemory());
  private final MongoClient client = MongoClients.create(server.connectionString());
  private final MongoDatabase database = client.getDatabase("db");
  private final MongoCollection<Document> things = database.getCollection("things");

  @BeforeEach
  void fill() {
    things.insertMany(
        List.of(
            doc("{_id: 1, at: 4999, tags: [1, -1]}"), doc("{_id: 2, at: 4998, tags: [2, -2]}")));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void refusesWhatItCannotDo() {
    refused(
        () -> things.find().collation(Collation.builder().locale("zh").build()).first(),
        "collation");
    refused(() -> things.watch().iterator(), "only supported on replica sets");
    refused(
        () ->
            database.createCollection(
                "v",
                new CreateCollectionOptions()
                    .validationOptions(new ValidationOptions().validator(doc("{a: 1}")))),
        "validator");
    refused(
        () ->
            database.createCollection(
                "v", new CreateCollectionOptions().capped(true).sizeInBytes(1_000)),
        "size");
    refused(() -> things.updateOne(doc("{_id: 1}"), List.of(doc("{$set: {a: 1}}"))), "pipeline");
    refused(() -> things.createIndex(doc("{a: 'text'}")), "Unsupported index type");
    refused(() -> things.createIndex(doc("{a: '2dsphere'}")), "Unsupported index type");
    refused(
        () ->
            things.createIndex(
                doc("{a: 1}"),
                new IndexOptions().collation(Collation.builder().locale("en").build())),
        "collation");
    refused(
        () ->
            things.createIndex(
                doc("{a: 1}"),
                new IndexOptions().partialFilterExpression(doc("{b: {$exists: false}}"))),
        "partial index");
    refused(() -> things.aggregate(List.of(doc("{$out: 'x'}"))).toCollection(), "$out");
    refused(
        () -> things.aggregate(List.of(doc("{$setWindowFields: {}}"))).first(), "$setWindowFields");
    refused(() -> things.find(doc("{$where: 'true'}")).first(), "$where");
    refused(() -> things.find(doc("{$text: {$search: 'x'}}")).first(), "$text");
    refused(() -> things.find(doc("{a: {$near: [1, 1]}}")).first(), "$near");
    refused(() -> things.find().projection(doc("{tags: {$slice: 1}}")).first(), "$slice");
    refused(
        () -> things.updateOne(doc("{tags: {$elemMatch: {$gt: 1}}}"), doc("{$set: {'tags.$': 1}}")),
        "arrayFilters");
    refused(() -> things.updateOne(doc("{tags: 1}"), doc("{$set: {'tags.$': 1}}")), "arrayFilters");
    refused(() -> things.updateOne(doc("{_id: 1}"), doc("{$bit: {at: {or: 1}}}")), "$bit");
    things.updateOne(doc("{_id: 1}"), doc("{$set: {d: 0.5, l: [{k: [1]}, [2]]}}"));
    things.updateOne(doc("{_id: 2}"), doc("{$set: {d: {$numberDecimal: '1'}}}"));
    refused(
        () -> things.updateOne(doc("{_id: 1}"), doc("{$inc: {d: {$numberDecimal: '1'}}}")),
        "arithmetic with decimals");
    refused(
        () ->
            things.updateOne(
                doc("{_id: 1}"),
                doc("{$set: {'l.$[x]': 1}}"),
                new UpdateOptions().arrayFilters(List.of(doc("{x: 2}")))),
        "arrays within arrays");
    refused(
        () ->
            things.updateOne(
                doc("{_id: {$in: ['one']}}"),
                doc("{$set: {a: 1}}"),
                new UpdateOptions().upsert(true)),
        "upserts with an $in");
    refused(() -> things.insertOne(new Document("u", new BsonUndefined())), "BSON type 6");
    refused(() -> things.insertOne(new Document("u", new Code("x"))), "BSON type 13");
    refused(() -> things.insertOne(new Document("u", new BsonTimestamp(1))), "BSON type 17");
    refused(() -> things.insertOne(new Document("u", new MinKey())), "BSON type -1");
    refused(() -> things.insertOne(new Document("u", new MaxKey())), "BSON type 127");
    refused(() -> things.find(doc("{$expr: {$add: [1, 2]}}")).first(), "$expr");
    refused(
        () -> things.find().projection(doc("{tags: {$elemMatch: {$gt: 1}}}")).first(),
        "$elemMatch");
    refused(() -> things.find().projection(doc("{'tags.$': 1}")).first(), "projection");
    refused(
        () -> things.aggregate(List.of(doc("{$group: {_id: 1, n: {$sum: '$d'}}}"))).first(),
        "sums of decimals");
    refused(() -> things.withWriteConcern(new WriteConcern(2)).insertOne(doc("{}")), "'w' > 1");
    refused(
        () ->
            database.runCommand(
                doc("{find: 'things', filter: {}, readConcern: {level: 'snapshot'}}")),
        "snapshot");
    refused(
        () ->
            database.runCommand(
                doc("{insert: 'things', documents: [{}], txnNumber: {$numberLong: '1'}}")),
        "Transaction");
    refused(() -> database.runCommand(doc("{mapReduce: 'things'}")), "no such command");
    refused(() -> things.distinct("at", Integer.class).first(), "no such command");
    refused(() -> client.listDatabases().first(), "ask for names only");
    refused(() -> things.find().sort(doc("{$natural: -1}")).first(), "$natural");
    refused(() -> things.find().hint(doc("{_id: 1}")).first(), "hint");
    for (int subtype : List.of(1, 2, 3, 5, 6, 7, 128, 255)) {
      Document binary = new Document("b", new Binary((byte) subtype, new byte[4]));
      refused(() -> things.insertOne(binary), "binary data of subtype " + subtype);
    }
    refused(() -> things.insertOne(nested(250)), "nested");
    refused(() -> database.runCommand(doc("{find: 'things', tailable: true}")), "tailable");
  }

  @Test
  void transactionsAreRefused() {
    Throwable refused =
        catchThrowable(
            () -> {
              try (var session = client.startSession()) {
                session.startTransaction();
                things.insertOne(session, doc("{_id: 'in a transaction'}"));
                session.commitTransaction();
              }
            });
    assertThat(refused).isInstanceOf(MongoException.class);
    assertThat(things.find(doc("{_id: 'in a transaction'}")).first()).isNull();
  }

  private static Document nested(int levels) {
    Document document = new Document();
    for (int i = 0; i < levels; i++) {
      document = new Document("in", document);
    }
    return document;
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String why) {
    assertThatThrownBy(action).isInstanceOf(MongoException.class).hasMessageContaining(why);
  }

  private static Document doc(String json) {
    return Document.parse(json);
  }
}
