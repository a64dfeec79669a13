package org.juxian.competition.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.juxian.competition.organising.Competitions;
import org.juxian.competition.organising.KeptCompetition;
import org.juxian.competition.schedule.Competition;
import org.juxian.event.ListedEvent;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/** Competitions in MongoDB: collection {@code competitions}, one document each. */
@Repository
class MongoCompetitions implements Competitions {

  private static final String ENTRANT = "state.entries.personId";
  private static final String MEMBER = "state.entries.team.members.phone";
  private static final String ORGANISATION = "state.event.details.organisationId";

  private final AggregateCollection<CompetitionDocument> competitions;
  private final Codec<CompetitionHead> heads;

  MongoCompetitions(Aggregates aggregates, MongoDatabase database) {
    this.heads = database.getCodecRegistry().get(CompetitionHead.class);
    this.competitions =
        aggregates
            .open("competitions", CompetitionDocument.class)
            .withIndex(
                Indexes.compoundIndex(Indexes.ascending(ORGANISATION), Indexes.descending("_id")),
                new IndexOptions().name("by-organisation"))
            .withIndex(
                Indexes.compoundIndex(Indexes.ascending(ENTRANT), Indexes.descending("_id")),
                new IndexOptions().name("by-entrant"))
            .withIndex(Indexes.ascending(MEMBER), new IndexOptions().name("by-member"));
  }

  @Override
  public Optional<KeptCompetition> find(String id) {
    return competitions.find(id).map(MongoCompetitions::kept);
  }

  @Override
  public List<KeptCompetition> enteredBy(String personId, int limit) {
    return competitions.find(eq(ENTRANT, personId), Sorts.descending("_id"), limit).stream()
        .map(MongoCompetitions::kept)
        .toList();
  }

  @Override
  public List<KeptCompetition> naming(Collection<String> phones, int limit) {
    return competitions.find(in(MEMBER, phones), null, limit).stream()
        .map(MongoCompetitions::kept)
        .toList();
  }

  @Override
  public KeptCompetition add(String id, Competition competition, List<Outgoing> messages) {
    return kept(
        competitions.insert(id, new Change<>(CompetitionDocument.of(competition), messages), null));
  }

  @Override
  public boolean replace(KeptCompetition before, Competition after, List<Outgoing> messages) {
    Stored<CompetitionDocument> seen =
        new Stored<>(before.id(), before.revision(), CompetitionDocument.of(before.competition()));
    return competitions.update(seen, new Change<>(CompetitionDocument.of(after), messages), null)
        == Written.DONE;
  }

  @Override
  public List<ListedEvent> list(
      Optional<Set<String>> organisations, Optional<String> after, int limit) {
    List<Bson> filters = new ArrayList<>();
    organisations.ifPresent(ids -> filters.add(in(ORGANISATION, ids)));
    after.ifPresent(id -> filters.add(lt("_id", id)));
    List<ListedEvent> found = new ArrayList<>();
    competitions
        .documents()
        .find(filters.isEmpty() ? empty() : and(filters))
        .projection(include("state.event", "state.edition"))
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .forEach(document -> found.add(entry(document)));
    return found;
  }

  private ListedEvent entry(BsonDocument document) {
    CompetitionHead head =
        heads.decode(
            new BsonDocumentReader(document.getDocument("state")),
            DecoderContext.builder().build());
    return new ListedEvent(document.getString("_id").getValue(), head.edition(), head.event());
  }

  private static KeptCompetition kept(Stored<CompetitionDocument> stored) {
    return new KeptCompetition(stored.id(), stored.version(), stored.state().competition());
  }
}
