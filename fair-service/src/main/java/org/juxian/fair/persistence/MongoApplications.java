package org.juxian.fair.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.juxian.fair.applying.Applications;
import org.juxian.fair.applying.Particulars;
import org.springframework.stereotype.Repository;

/**
 * Particulars in MongoDB: collection {@code applications}, one document each. They never change,
 * but for losing people, and tell nobody: so they need neither version nor outbox.
 */
@Repository
class MongoApplications implements Applications {

  private final MongoCollection<ParticularsDocument> applications;

  MongoApplications(MongoDatabase database) {
    this.applications = database.getCollection("applications", ParticularsDocument.class);
    applications.createIndex(
        Indexes.compoundIndex(Indexes.ascending("personId"), Indexes.descending("_id")),
        new IndexOptions().name("by-person"));
    applications.createIndex(Indexes.ascending("fairId"), new IndexOptions().name("by-fair"));
  }

  @Override
  public void add(Particulars particulars) {
    applications.insertOne(ParticularsDocument.of(particulars));
  }

  @Override
  public void remove(String id) {
    applications.deleteOne(eq("_id", id));
  }

  @Override
  public void forgetContacts(String fairId) {
    applications.updateMany(
        and(eq("fairId", fairId), ne("personId", MongoPersonalData.NOBODY)),
        Updates.combine(
            Updates.set("personId", MongoPersonalData.NOBODY), MongoPersonalData.NAMELESS));
  }

  @Override
  public List<Particulars> findAll(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : particulars(applications.find(in("_id", ids)).sort(Sorts.ascending("_id")));
  }

  @Override
  public List<Particulars> of(String personId, Optional<String> after, int limit) {
    Bson own = eq("personId", personId);
    return particulars(
        applications
            .find(after.isPresent() ? and(own, lt("_id", after.get())) : own)
            .sort(Sorts.descending("_id"))
            .limit(limit));
  }

  private static List<Particulars> particulars(FindIterable<ParticularsDocument> found) {
    List<Particulars> all = new ArrayList<>();
    found.forEach(document -> all.add(document.particulars()));
    return all;
  }
}
