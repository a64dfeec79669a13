package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.juxian.platform.messaging.Projection;
import org.juxian.platform.values.SearchTerms;
import org.juxian.platform.values.Text;
import org.springframework.stereotype.Repository;

/** Our copy of the organisations, in the collection {@code organisations}. */
@Repository
public class OrganisationStore {

  /** Public for the driver's record codec. */
  public record OrganisationDocument(String kind, Text name, List<String> terms) {}

  private final Projection<OrganisationDocument> organisations;

  OrganisationStore(MongoDatabase database) {
    this.organisations = new Projection<>(database, "organisations", OrganisationDocument.class);
    organisations
        .documents()
        .createIndex(Indexes.ascending("state.terms"), new IndexOptions().name("words"));
  }

  /** Keeps this unless something newer is kept. */
  public void apply(String id, String kind, Text name, long sequence) {
    organisations.apply(
        id, sequence, new OrganisationDocument(kind, name, SearchTerms.of(name.zh(), name.en())));
  }

  /** The ids of those found by all of these words. */
  public List<String> called(List<String> words, int most) {
    List<String> ids = new ArrayList<>();
    for (BsonDocument document :
        organisations
            .documents()
            .find(and(words.stream().map(word -> eq("state.terms", word)).toList()))
            .projection(Projections.include("_id"))
            .limit(most)) {
      ids.add(document.getString("_id").getValue());
    }
    return ids;
  }

  public Map<String, Text> names(Collection<String> ids) {
    Map<String, Text> names = new HashMap<>();
    for (BsonDocument document : organisations.documents().find(in("_id", ids))) {
      names.put(document.getString("_id").getValue(), organisations.state(document).name());
    }
    return names;
  }

  /** The kinds of those that are known. */
  public Set<String> kinds(Collection<String> ids) {
    Set<String> kinds = new TreeSet<>();
    for (BsonDocument document : organisations.documents().find(in("_id", ids))) {
      kinds.add(organisations.state(document).kind());
    }
    return kinds;
  }
}
