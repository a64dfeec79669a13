package org.juxian.registration.registering;

import java.util.List;
import java.util.Optional;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore.Inserted;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Component;

/**
 * Makes a registration by one insert. Where a unique index refuses it, the next number is tried, as
 * long as there is one; the indexes decide every race.
 */
@Component
public class Insertion {

  /** What to insert. */
  public interface Making {

    /** What to hold at this attempt; empty if there is nothing free. */
    Optional<Hold> hold(Attempt attempt);

    /** The registration that holds it. */
    Registration registration(Hold hold);

    /** What is told of it. */
    List<Outgoing> messages(Registration made);
  }

  /** The next attempt; or what came of the one before. */
  private sealed interface Step {

    record Again(Attempt attempt) implements Step {}

    record Over(Outcome outcome) implements Step {}
  }

  private final Places places;

  Insertion(Places places) {
    this.places = places;
  }

  /** Makes it, or says why not. */
  public Outcome insert(Application wish, Event event, Attempt first, Making making) {
    Step step = new Step.Again(first);
    while (true) {
      switch (step) {
        case Step.Again(Attempt attempt) -> step = attempt(wish, event, attempt, making);
        case Step.Over(Outcome outcome) -> {
          return outcome;
        }
      }
    }
  }

  /** One place to try next, with a unit of each quota that covers it; empty if none is free. */
  Optional<Hold> next(Application wish, Event event, Attempt attempt) {
    return places.next(wish, event, attempt);
  }

  /** What this person or this request has already, if anything; else the refusal. */
  public Outcome knownOr(Application wish, Event event, Refusal refusal) {
    return places.known(wish, event).orElseGet(() -> new Outcome.Refused(refusal));
  }

  private Step attempt(Application wish, Event event, Attempt attempt, Making making) {
    Optional<Hold> hold = making.hold(attempt);
    if (hold.isEmpty()) {
      return new Step.Over(knownOr(wish, event, new Refusal.Full()));
    }
    Registration made = making.registration(hold.get());
    Inserted inserted = places.insert(made, hold.get(), wish, making.messages(made));
    if (!(inserted instanceof Inserted.Done)) {
      places.letGo(wish, hold.get(), inserted);
    }
    return switch (inserted) {
      case Inserted.Done(var saved) -> new Step.Over(places.made(saved, event));
      case Inserted.PlaceTaken() -> new Step.Again(attempt);
      case Inserted.RequestKnown() -> overOr(places.repeated(wish, event), attempt);
      case Inserted.PersonTaken() ->
          attempt
              .nextOrdinal()
              .<Step>map(Step.Again::new)
              .orElseGet(() -> limitReached(wish, event, attempt));
      case Inserted.KeysTaken taken -> afterKeys(wish, event, attempt, taken);
    };
  }

  private Step afterKeys(Application wish, Event event, Attempt attempt, Inserted.KeysTaken taken) {
    if (taken.typeOrdinal()) {
      return attempt
          .nextTypeOrdinal()
          .<Step>map(Step.Again::new)
          .orElseGet(() -> over(wish, event, new Refusal.LimitReached(attempt.typeLimit())));
    }
    if (!taken.codeUses().isEmpty()) {
      return attempt
          .nextUse(taken.codeUses())
          .<Step>map(Step.Again::new)
          .orElseGet(() -> over(wish, event, new Refusal.CodeUsedUp()));
    }
    return new Step.Again(attempt);
  }

  /** Whoever may register once is told with which registration they did. */
  private Step limitReached(Application wish, Event event, Attempt attempt) {
    return attempt.limit() == 1
        ? overOr(places.known(wish, event), attempt)
        : over(wish, event, new Refusal.LimitReached(attempt.limit()));
  }

  private Step over(Application wish, Event event, Refusal refusal) {
    return new Step.Over(
        places.repeated(wish, event).orElseGet(() -> new Outcome.Refused(refusal)));
  }

  /** Where nothing is found, what was in the way is gone. */
  private static Step overOr(Optional<Outcome> outcome, Attempt attempt) {
    return outcome.<Step>map(Step.Over::new).orElseGet(() -> new Step.Again(attempt));
  }
}
