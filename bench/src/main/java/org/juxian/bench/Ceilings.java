package org.juxian.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import org.bson.BsonDocument;

/** What no registration can be faster than on this machine. */
final class Ceilings {

  private final Stage stage;
  private final Duration time;

  Ceilings(Stage stage, Duration time) {
    this.stage = stage;
    this.time = time;
  }

  /**
   * The least that a service answers through the gateway: the token is relayed and checked, no
   * database is asked.
   */
  Figures trivialRequest() throws Exception {
    var people = stage.people();
    return Load.during(
        time,
        number -> {
          Person person = people.get(number % people.size());
          var answer = stage.gateway().get(person, "/api/events/ticket-keys");
          if (answer.statusCode() != 200) {
            throw new IllegalStateException("ticket-keys: " + answer.statusCode());
          }
        });
  }

  /** One durable insert of such a document as a registration is, with no index but the id's. */
  Figures bareInsert() throws Exception {
    MongoCollection<BsonDocument> inserts =
        stage
            .scratch()
            .getCollection("inserts", BsonDocument.class)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    Figures figures =
        Load.during(time, number -> inserts.insertOne(StoredRegistrations.document(number)));
    inserts.drop();
    return figures;
  }
}
