package org.juxian.identity.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.juxian.identity.messaging.Announcements;
import org.juxian.identity.persistence.AuthorizationStore;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.persistence.SessionStore;
import org.juxian.identity.persistence.UseStore;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.KeepingPeriod;
import org.juxian.platform.messaging.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Forgets people who have not signed in for long, and were warned some time before. Who holds a
 * grant stays, for others gave it; who is signed in somewhere stays too. An account of which
 * nothing is noted yet counts as used today.
 */
@Component
class UnusedAccounts implements KeepingPeriod {

  private static final Logger log = LoggerFactory.getLogger(UnusedAccounts.class);
  private static final int PART = 500;

  /**
   * How long.
   *
   * @param accounts how long an account is kept that nobody uses; zero for ever
   * @param warning how long before somebody is warned
   */
  @Component
  record Periods(
      @Value("${juxian.identity.keep.accounts}") Duration accounts,
      @Value("${juxian.identity.keep.account-warning:30d}") Duration warning) {}

  /** Who is signed in, one way or the other. */
  @Component
  record SignedIn(SessionStore sessions, AuthorizationStore authorizations) {

    boolean is(String personId, Instant now) {
      return sessions.standsFor(personId, now) || authorizations.standsFor(personId, now);
    }
  }

  private final PersonStore people;
  private final UseStore uses;
  private final SignedIn signedIn;
  private final IdentityData data;
  private final Periods periods;

  UnusedAccounts(
      PersonStore people, UseStore uses, SignedIn signedIn, IdentityData data, Periods periods) {
    this.people = people;
    this.uses = uses;
    this.signedIn = signedIn;
    this.data = data;
    this.periods = periods;
  }

  @Override
  public void tidy(Instant now) {
    Duration kept = periods.accounts();
    if (kept.isZero() || kept.isNegative()) {
      return;
    }
    noteThoseUnknown(now);
    Instant then = now.minus(kept);
    each(then, personId -> forget(personId, then, now));
    Instant soon = then.plus(periods.warning());
    each(soon, personId -> warn(personId, soon, now));
  }

  private void each(Instant unusedSince, Consumer<String> work) {
    String after = "";
    List<String> part;
    do {
      part = uses.unusedSince(unusedSince, after, PART);
      for (String personId : part) {
        after = personId;
        work.accept(personId);
      }
    } while (part.size() == PART);
  }

  private void noteThoseUnknown(Instant now) {
    String after = "";
    List<String> part;
    do {
      part = people.ids(after, PART);
      if (!part.isEmpty()) {
        uses.begin(part, now);
        after = part.getLast();
      }
    } while (part.size() == PART);
  }

  /** It is given up only if nobody used it meanwhile; after a crash the next sign-in goes on. */
  private void forget(String personId, Instant then, Instant now) {
    if (!isNeeded(personId, now) && uses.giveUp(personId, then, now.minus(periods.warning()))) {
      data.erase(personId);
      log.info(
          "Account {} was not used for {} days and is forgotten",
          personId,
          periods.accounts().toDays());
    }
  }

  /** Told before it is noted, and by a cause: broken off and done again, it is told once. */
  private void warn(String personId, Instant soon, Instant now) {
    Optional<Stored<Person>> person = people.find(personId);
    Optional<Instant> last = uses.lastOf(personId);
    if (person.isEmpty()
        || last.isEmpty()
        || uses.warnedOf(personId).isPresent()
        || isNeeded(personId, now)) {
      return;
    }
    Instant end = last.get().plus(periods.accounts());
    Instant earliest = now.plus(periods.warning());
    Cause cause = new Cause("unused-" + personId + "-" + last.get().toEpochMilli());
    Instant forgottenAt = end.isAfter(earliest) ? end : earliest;
    if (people.tell(person.get(), Announcements.unused(personId, forgottenAt), cause)) {
      uses.warned(personId, soon, now);
    }
  }

  private boolean isNeeded(String personId, Instant now) {
    return signedIn.is(personId, now)
        || people
            .find(personId)
            .map(Stored::state)
            .filter(one -> !one.grants().isEmpty())
            .isPresent();
  }
}
