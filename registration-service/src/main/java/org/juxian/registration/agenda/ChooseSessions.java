package org.juxian.registration.agenda;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.AgendaRule.OnClash;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/**
 * A person chooses which sessions of a forum they attend. What was decided upon is what is written,
 * or nothing: the write is guarded by the version that was read, so a choice never meets a
 * registration that was cancelled or passed on meanwhile.
 */
@Service
public class ChooseSessions {

  /** What became of it. */
  public sealed interface Outcome {

    /** It is so. */
    record Done(Saved saved) implements Outcome {}

    /** Somebody wrote since the caller looked. */
    record Stale() implements Outcome {}

    /** It stays as it was. */
    record Refused(Refusal why) implements Outcome {}
  }

  private final RegistrationStore registrations;
  private final Timetables timetables;
  private final InstantSource clock;

  ChooseSessions(RegistrationStore registrations, Timetables timetables, InstantSource clock) {
    this.registrations = registrations;
    this.timetables = timetables;
    this.clock = clock;
  }

  /**
   * Chooses these, and no others.
   *
   * @param owner whose registration it must be
   * @param seen the version that the caller decided upon, if they say
   */
  public Outcome choose(
      String registrationId, Event event, String owner, OptionalLong seen, List<String> sessions) {
    while (true) {
      Optional<Saved> found =
          registrations
              .find(registrationId)
              .filter(saved -> saved.registration().booking().personId().equals(owner));
      if (found.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      Saved saved = found.get();
      if (seen.isPresent() && seen.getAsLong() != saved.version()) {
        return new Outcome.Stale();
      }
      switch (decide(saved, event, sessions)) {
        case Decision.Rejected(Refusal why) -> {
          return new Outcome.Refused(why);
        }
        case Decision.Unchanged _ -> {
          return new Outcome.Done(saved);
        }
        case Decision.Accepted(Registration next) -> {
          if (registrations.update(saved, next, List.of(), null) == Written.DONE) {
            return new Outcome.Done(saved.as(next));
          }
        }
      }
    }
  }

  private Decision decide(Saved saved, Event event, List<String> sessions) {
    Decision decision = saved.registration().choose(sessions);
    if (!(decision instanceof Decision.Accepted)) {
      return decision;
    }
    List<String> before = saved.registration().booking().sessions();
    Optional<Refusal> refusal = refusal(timetables.of(saved, event), before, sessions, event);
    if (refusal.isPresent()) {
      return new Decision.Rejected(refusal.get());
    }
    return before.equals(sessions) ? new Decision.Unchanged(saved.registration()) : decision;
  }

  /** What is chosen anew is held against the rules; what was chosen before stays. */
  private Optional<Refusal> refusal(
      Timetable timetable, List<String> before, List<String> sessions, Event event) {
    if (event.cancelled()) {
      return Optional.of(new Refusal.EventCancelled());
    }
    boolean refuses = event.admission().settings().agenda().onClash() == OnClash.REFUSE;
    Set<String> named = new HashSet<>();
    for (int at = 0; at < sessions.size(); at++) {
      String id = sessions.get(at);
      Optional<AgendaItem> session = timetable.session(id);
      if (session.isEmpty()) {
        return Optional.of(new Refusal.NoSuchSession(at));
      }
      if (!named.add(id)) {
        return Optional.of(new Refusal.SessionTwice(at));
      }
      if (before.contains(id)) {
        continue;
      }
      if (!clock.instant().isBefore(session.get().endsAt())) {
        return Optional.of(new Refusal.SessionOver(at, session.get().endsAt()));
      }
      List<AgendaItem> clashes = refuses ? timetable.clashes(id, sessions) : List.of();
      if (!clashes.isEmpty()) {
        return Optional.of(new Refusal.SessionClash(at, clashes.getFirst().asClash()));
      }
    }
    return Optional.empty();
  }
}
