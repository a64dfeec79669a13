package org.juxian.competition.persistence;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.juxian.competition.diary.Aliases;
import org.juxian.platform.messaging.Projection;
import org.springframework.stereotype.Repository;

/** Our copy of people's numbers: collection {@code people}. */
@Repository
class MongoAliases implements Aliases {

  private final Projection<PhoneDocument> people;

  MongoAliases(MongoDatabase database) {
    this.people = new Projection<>(database, "people", PhoneDocument.class);
    people
        .documents()
        .createIndex(Indexes.ascending("state.phone"), new IndexOptions().name("by-phone"));
  }

  @Override
  public Map<String, String> phones(Collection<String> idsOrPhones) {
    Map<String, String> phones = new HashMap<>();
    people
        .documents()
        .find(or(in("_id", idsOrPhones), in("state.phone", idsOrPhones)))
        .forEach(
            document -> {
              String phone = people.state(document).phone();
              if (!phone.isEmpty()) {
                phones.put(document.getString("_id").getValue(), phone);
              }
            });
    return phones;
  }

  @Override
  public void know(String personId, long sequence, String phone) {
    people.apply(personId, sequence, new PhoneDocument(phone));
  }
}
