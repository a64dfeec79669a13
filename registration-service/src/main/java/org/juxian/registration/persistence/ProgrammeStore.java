package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.juxian.platform.messaging.Projection;
import org.juxian.platform.values.Text;
import org.juxian.registration.agenda.Programme;
import org.springframework.stereotype.Repository;

/**
 * Our copy of what takes place at forums, in the collection {@code programmes}: one document for an
 * event, beside the event's own so that lists of events stay short.
 */
@Repository
public class ProgrammeStore {

  /** Public for the driver's record codec. */
  public record ProgrammeDocument(List<SessionDocument> sessions) {

    /** A session as it is stored. */
    public record SessionDocument(
        String id, Text title, Text room, Instant startsAt, Instant endsAt, List<Text> speakers) {

      static SessionDocument of(Programme.Session session) {
        return new SessionDocument(
            session.id(),
            session.title(),
            session.room(),
            session.startsAt(),
            session.endsAt(),
            session.speakers());
      }

      Programme.Session session() {
        return new Programme.Session(id, title, room, startsAt, endsAt, speakers);
      }
    }
  }

  private final Projection<ProgrammeDocument> programmes;

  ProgrammeStore(MongoDatabase database) {
    this.programmes = new Projection<>(database, "programmes", ProgrammeDocument.class);
  }

  /** Keeps this unless something newer is kept. */
  public void apply(Programme programme) {
    programmes.apply(
        programme.eventId(),
        programme.sequence(),
        new ProgrammeDocument(
            programme.sessions().stream().map(ProgrammeDocument.SessionDocument::of).toList()));
  }

  /** What takes place at an event; nothing where nothing was told. */
  public Programme of(String eventId) {
    BsonDocument found = programmes.documents().find(eq("_id", eventId)).first();
    return found == null
        ? Programme.none(eventId)
        : new Programme(
            eventId,
            found.getNumber("sequence").longValue(),
            programmes.state(found).sessions().stream()
                .map(ProgrammeDocument.SessionDocument::session)
                .toList());
  }
}
