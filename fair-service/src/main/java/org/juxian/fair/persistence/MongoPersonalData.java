package org.juxian.fair.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.juxian.event.Announcement;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Fairs;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Repository;

/**
 * What this service knows about people: the contacts that they named when they applied for a
 * company, and their interviews. The company's application stays.
 */
@Repository
class MongoPersonalData implements PersonalData {

  private static final int MOST = 1_000;
  static final String NOBODY = "-";

  static final Bson NAMELESS =
      Updates.combine(
          Updates.set("contactName", NOBODY), Updates.unset("contactPhone"), Updates.unset("wish"));

  private final MongoCollection<ParticularsDocument> applications;
  private final Fairs fairs;
  private final FairChanges changes;

  MongoPersonalData(MongoDatabase database, Fairs fairs, FairChanges changes) {
    this.fairs = fairs;
    this.changes = changes;
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
    List<Map<String, Object>> interviews =
        fairs.withGuest(personId).stream().flatMap(kept -> interviews(kept, personId)).toList();
    return Map.of("applications", found, "interviews", interviews);
  }

  @Override
  public void erase(String personId) {
    applications.updateMany(eq("personId", personId), NAMELESS);
    for (KeptFair kept : fairs.withGuest(personId)) {
      changes.change(kept.id(), (fair, now) -> withoutGuest(fair.withoutGuest(personId, now)));
    }
  }

  /** Nobody is told: who wants to be forgotten is not written to any more. */
  private static FairDecision withoutGuest(Fair fair) {
    return new FairDecision.Accepted(fair, new Announcement.Nothing(), List.of());
  }

  private static Stream<Map<String, Object>> interviews(KeptFair kept, String personId) {
    Fair fair = kept.fair();
    return fair.interviews().slots().values().stream()
        .filter(slot -> slot.isOf(personId))
        .map(
            slot ->
                Map.of(
                    "fairId", kept.id(),
                    "fairTitle", fair.event().details().title(),
                    "interview", SlotEntry.of(slot)));
  }
}
