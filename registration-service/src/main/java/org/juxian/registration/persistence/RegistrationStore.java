package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Registration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/**
 * The registrations, one document each, in the collection {@code registrations}. Unique indexes
 * hold what must never break: no place and no unit of a quota is held twice, no person has more
 * registrations than one may, and no code is used more often than it may be.
 */
@Repository
public class RegistrationStore {

  static final String PLACES = "places";
  static final String KEYS = "keys";
  static final String PERSON = "person";
  static final String REQUEST = "request";
  static final String NONCES = "nonces";

  /** What became of taking places for a registration that stands. */
  public enum Taking {
    /** It holds them. */
    DONE,
    /** Somebody wrote in between. */
    STALE,
    /** Somebody else holds one of them; of a scan: its nonce was used for another ticket. */
    TAKEN
  }

  /** What became of a new registration. */
  public sealed interface Inserted {

    /** It is stored. */
    record Done(Saved saved) implements Inserted {}

    /** Somebody holds this place. */
    record PlaceTaken() implements Inserted {}

    /** The person has a registration of this ordinal for the event. */
    record PersonTaken() implements Inserted {}

    /** This very request has made a registration. */
    record RequestKnown() implements Inserted {}

    /** Some of the other keys are taken: an ordinal within the type, a use, units of quotas. */
    record KeysTaken(boolean typeOrdinal, Set<Integer> codeUses, Set<String> quotaIds)
        implements Inserted {}
  }

  /**
   * A registration and the version of its document, to write on.
   *
   * @param hold what it holds; absent once it is cancelled
   * @param log what happened with it at the doors
   */
  public record Saved(
      Registration registration,
      long version,
      @Nullable Request request,
      @Nullable Hold hold,
      DoorLog log) {

    /** As it is after this was written upon it, holding what it held. */
    public Saved as(Registration next) {
      return new Saved(next, version + 1, request, hold, log);
    }
  }

  private final AggregateCollection<RegistrationDocument> registrations;

  @Autowired
  RegistrationStore(Aggregates aggregates, Guards guards) {
    this.registrations = aggregates.open("registrations", RegistrationDocument.class);
    guards.on(registrations);
  }

  /** Another face of the same registrations. */
  RegistrationStore(RegistrationStore same) {
    this.registrations = same.registrations;
  }

  /** One durable write: the registration, all that it holds, its message. */
  public Inserted insert(
      Registration registration, Hold hold, @Nullable Request request, List<Outgoing> messages) {
    RegistrationDocument document =
        RegistrationDocument.of(registration, hold, request, DoorLog.EMPTY);
    try {
      return new Inserted.Done(
          saved(
              registrations.insert(
                  registration.booking().id(), new Change<>(document, messages), null)));
    } catch (DuplicateException refused) {
      return refusal(refused, document);
    }
  }

  /** Writes the next state if nobody wrote in between; what was held is held on. */
  public Written update(
      Saved before, Registration next, List<Outgoing> messages, @Nullable Cause cause) {
    return write(before, next, before.hold(), before.log(), messages, cause);
  }

  /** Writes what happened at a door with the state that comes of it: one write for each scan. */
  public Taking pass(Saved before, Registration next, DoorLog log, List<Outgoing> messages) {
    try {
      return write(before, next, before.hold(), log, messages, null) == Written.DONE
          ? Taking.DONE
          : Taking.STALE;
    } catch (DuplicateException refused) {
      return Taking.TAKEN;
    }
  }

  /** Writes a state that holds something else, if nobody wrote in between and it is free. */
  public Taking take(Saved before, Registration next, Hold hold, List<Outgoing> messages) {
    return take(before, next, hold, messages, null);
  }

  /** The same; notes the cause in that write, unless it was noted before. */
  public Taking take(
      Saved before, Registration next, Hold hold, List<Outgoing> messages, @Nullable Cause cause) {
    try {
      Written written = write(before, next, hold, before.log(), messages, cause);
      if (written == Written.ALREADY_HANDLED) {
        written = write(before, next, hold, before.log(), messages, null);
      }
      return written == Written.DONE ? Taking.DONE : Taking.STALE;
    } catch (DuplicateException refused) {
      return Taking.TAKEN;
    }
  }

  private Written write(
      Saved before,
      Registration next,
      @Nullable Hold hold,
      DoorLog log,
      List<Outgoing> messages,
      @Nullable Cause cause) {
    String id = before.registration().booking().id();
    return registrations.update(
        new Stored<>(
            id,
            before.version(),
            RegistrationDocument.of(
                before.registration(), before.hold(), before.request(), before.log())),
        new Change<>(RegistrationDocument.of(next, hold, before.request(), log), messages),
        cause);
  }

  /** Takes away a registration of which nothing was ever told and which holds nothing. */
  public void forget(String id) {
    find(id)
        .filter(saved -> saved.registration() instanceof Registration.Cancelled)
        .ifPresent(saved -> registrations.remove(id, saved.version()));
  }

  public Optional<Saved> find(String id) {
    return registrations.find(id).map(RegistrationStore::saved);
  }

  /** Those of these ids that there are. */
  public List<Saved> all(List<String> ids) {
    return ids.isEmpty() ? List.of() : read(in("_id", ids), null, ids.size());
  }

  /** The registration that this person has for an event, if one stands. */
  public Optional<Saved> standing(String eventId, String personId) {
    return first(and(eq("state.eventId", eventId), in("state.claim", Keys.claims(personId))));
  }

  /** All that this person has for an event and that is not cancelled. */
  public List<Saved> allStanding(String eventId, String personId) {
    List<String> claims = Keys.claims(personId);
    return read(
        and(eq("state.eventId", eventId), in("state.claim", claims)),
        Sorts.ascending("_id"),
        claims.size());
  }

  /** What a request made. */
  public Optional<Saved> madeBy(Request request) {
    return first(eq("state.request", request.key()));
  }

  /** In one look: what a request made, and what this person has for an event that stands. */
  public List<Saved> madeByOrStanding(Request request, String eventId, String personId) {
    List<String> claims = Keys.claims(personId);
    return read(
        or(
            eq("state.request", request.key()),
            and(eq("state.eventId", eventId), in("state.claim", claims))),
        null,
        1 + claims.size());
  }

  private Optional<Saved> first(Bson filter) {
    return registrations.find(filter, null, 1).stream().findFirst().map(RegistrationStore::saved);
  }

  List<Saved> read(Bson filter, @Nullable Bson sort, int limit) {
    return registrations.find(filter, sort, limit).stream().map(RegistrationStore::saved).toList();
  }

  AggregateCollection<RegistrationDocument> documents() {
    return registrations;
  }

  static Saved saved(Stored<RegistrationDocument> stored) {
    return new Saved(
        stored.state().toRegistration(stored.id()),
        stored.version(),
        stored.state().asked(),
        stored.state().hold(),
        stored.state().log());
  }

  private Inserted refusal(DuplicateException refused, RegistrationDocument document) {
    List<String> keys = document.keys();
    return switch (refused.index()) {
      case PLACES -> new Inserted.PlaceTaken();
      case PERSON -> new Inserted.PersonTaken();
      case KEYS ->
          Keys.taken(
              keys == null ? List.of() : keys,
              takenOf(document.eventId(), keys == null ? List.of() : keys));
      default -> new Inserted.RequestKnown();
    };
  }

  private Set<String> takenOf(String eventId, List<String> keys) {
    Set<String> taken = new HashSet<>();
    registrations
        .find(and(eq("state.eventId", eventId), in("state.keys", keys)), null, keys.size())
        .forEach(
            holder -> {
              List<String> theirs = holder.state().keys();
              taken.addAll(theirs == null ? List.of() : theirs);
            });
    return taken;
  }
}
