package org.juxian.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * Compares what people were told with what is stored.
 *
 * @param told registrations that people were told of
 * @param stored registrations in the database
 * @param oversold places over the capacity or held twice
 * @param lost told but not stored so
 * @param twice people with more than one place at an event
 */
record Check(int told, int stored, int oversold, int lost, int twice) {

  static Check of(
      MongoCollection<BsonDocument> registrations, List<OpenEvent> events, Register register) {
    Map<String, BsonDocument> stored = new HashMap<>();
    int oversold = 0;
    int twice = 0;
    for (OpenEvent event : events) {
      Set<Integer> places = new HashSet<>();
      Set<String> people = new HashSet<>();
      for (BsonDocument document : of(registrations, event)) {
        BsonDocument state = document.getDocument("state");
        BsonArray held = state.getArray("places");
        int place = held.getFirst().asInt32().getValue();
        boolean sound =
            held.size() == 1 && place >= 1 && place <= event.capacity() && places.add(place);
        oversold += sound ? 0 : 1;
        twice += people.add(state.getString("personId").getValue()) ? 0 : 1;
        stored.put(document.getString("_id").getValue(), state);
      }
    }
    List<Register.Told> told = register.told();
    int lost = (int) told.stream().filter(one -> !isStored(one, stored)).count();
    return new Check(told.size(), stored.size(), oversold, lost, twice);
  }

  private static Iterable<BsonDocument> of(
      MongoCollection<BsonDocument> registrations, OpenEvent event) {
    return registrations
        .find(eq("state.eventId", event.id()))
        .projection(Projections.include("state.eventId", "state.personId", "state.places"))
        .batchSize(10_000);
  }

  private static boolean isStored(Register.Told told, Map<String, BsonDocument> stored) {
    BsonDocument state = stored.get(told.registrationId());
    return state != null
        && state.getString("eventId").getValue().equals(told.eventId())
        && state.getString("personId").getValue().equals(told.personId());
  }

  /**
   * @param places how many had to be confirmed
   * @throws IllegalStateException if a promise is broken: then no figure is worth anything
   */
  void mustBeSound(int places) {
    if (oversold != 0 || lost != 0 || twice != 0 || told != stored || told != places) {
      throw new IllegalStateException("Not what was promised, with " + places + " places: " + this);
    }
  }

  @Override
  public String toString() {
    return "told %,d, stored %,d, oversold %d, lost %d, twice %d"
        .formatted(told, stored, oversold, lost, twice);
  }
}
