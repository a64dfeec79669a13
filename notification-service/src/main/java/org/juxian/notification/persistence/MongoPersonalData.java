package org.juxian.notification.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.juxian.notification.delivering.Status;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Repository;

/**
 * What this service knows about people: how they are reached, and what they were told. Of a message
 * to somebody who was forgotten it stays that there was one, not what it said.
 */
@Repository
class MongoPersonalData implements PersonalData {

  private static final int MOST = 1_000;

  private final MongoDatabase database;

  MongoPersonalData(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public Object export(String personId) {
    Map<String, Object> all = new LinkedHashMap<>();
    Document contact = contacts().find(eq("_id", personId)).first();
    if (contact != null) {
      all.put("contact", plain(contact.get("state", Document.class)));
    }
    List<Map<String, Object>> messages = new ArrayList<>();
    for (Document delivery :
        deliveries()
            .find(eq("personId", personId))
            .sort(Sorts.descending("createdAt"))
            .limit(MOST)) {
      messages.add(plain(delivery));
    }
    all.put("messages", messages);
    return all;
  }

  @Override
  public void erase(String personId) {
    contacts().deleteOne(eq("_id", personId));
    deliveries()
        .updateMany(
            and(eq("personId", personId), exists("due")),
            Updates.combine(Updates.set("status", Status.SKIPPED.name()), Updates.unset("due")));
    deliveries().updateMany(eq("personId", personId), MongoDeliveries.FORGET);
  }

  private static Map<String, Object> plain(Document document) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (String name :
        List.of(
            "phone",
            "mail",
            "language",
            "kind",
            "channel",
            "status",
            "createdAt",
            "to",
            "subject",
            "text")) {
      Object value = document.get(name);
      if (value != null) {
        plain.put(name, value instanceof java.util.Date time ? time.toInstant() : value);
      }
    }
    return plain;
  }

  private MongoCollection<Document> contacts() {
    return database.getCollection("contacts");
  }

  private MongoCollection<Document> deliveries() {
    return database.getCollection("deliveries");
  }
}
