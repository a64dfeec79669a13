package org.juxian.fair.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Repository;

/**
 * What this service knows about people: the contacts that they named when they applied for a
 * company. The company's application stays.
 */
@Repository
class MongoPersonalData implements PersonalData {

  private static final int MOST = 1_000;
  static final String NOBODY = "-";

  static final Bson NAMELESS =
      Updates.combine(
          Updates.set("contactName", NOBODY), Updates.unset("contactPhone"), Updates.unset("wish"));

  private final MongoCollection<ParticularsDocument> applications;

  MongoPersonalData(MongoDatabase database) {
    this.applications = database.getCollection("applications", ParticularsDocument.class);
  }

  @Override
  public Object export(String personId) {
    List<ParticularsDocument> found =
        applications
            .find(eq("personId", personId))
            .sort(Sorts.descending("personId", "_id"))
            .limit(MOST)
            .into(new ArrayList<>());
    return Map.of("applications", found);
  }

  @Override
  public void erase(String personId) {
    applications.updateMany(eq("personId", personId), NAMELESS);
  }
}
