package org.juxian.bench.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A server that speaks MongoDB's protocol, with majority and journalled writes. */
final class MongoTarget implements Target {
  private final String name;
  private final MongoClient client;
  private final MongoCollection<Document> documents;
  private int count;

  MongoTarget(String name, String address) {
    this.name = name;
    this.client = MongoClients.create(address);
    this.documents =
        client
            .getDatabase("bench")
            .getCollection("documents")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void load(int newCount) {
    count = newCount;
    documents.drop();
    documents.createIndex(Indexes.ascending("event", "at"));
    List<Document> batch = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      batch.add(document(id));
      if (batch.size() == 1_000) {
        documents.insertMany(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      documents.insertMany(batch);
    }
  }

  private Document document(int id) {
    return new Document("_id", id)
        .append("version", 1)
        .append("event", Target.eventOf(id, count))
        .append("at", id)
        .append("state", new Document("text", FILLER).append("n", id));
  }

  @Override
  public void insert(int id) {
    documents.insertOne(document(id));
  }

  @Override
  public void takeOutInserted() {
    documents.deleteMany(gte("_id", count));
  }

  @Override
  public void findById(int id) {
    if (documents.find(eq("_id", id)).first() == null) {
      throw new IllegalStateException("no " + id);
    }
  }

  @Override
  public void findByIndex(int event) {
    var found = documents.find(eq("event", event)).sort(Indexes.ascending("at")).limit(20);
    if (found.into(new ArrayList<>()).size() != 20) {
      throw new IllegalStateException("no " + event);
    }
  }

  @Override
  public void modify(int id, int event) {
    if (documents.findOneAndUpdate(
            and(eq("_id", id), eq("event", event)), Updates.inc("version", 1))
        == null) {
      throw new IllegalStateException("no " + id);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
