package org.juxian.identity.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.juxian.identity.persistence.AuthorizationStore;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.persistence.SessionStore;
import org.juxian.identity.persistence.UseStore;
import org.juxian.platform.messaging.KeepingPeriod;
import org.juxian.platform.messaging.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Forgets people who have not signed in for long. Who holds a grant stays, for others gave it; who
 * is signed in somewhere stays too. An account of which nothing is noted yet counts as used today.
 */
@Component
class UnusedAccounts implements KeepingPeriod {

  private static final Logger log = LoggerFactory.getLogger(UnusedAccounts.class);
  private static final int PART = 500;

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
  private final Duration kept;

  /**
   * @param kept how long an account is kept that nobody uses; zero for ever
   */
  UnusedAccounts(
      PersonStore people,
      UseStore uses,
      SignedIn signedIn,
      IdentityData data,
      @Value("${juxian.identity.keep.accounts}") Duration kept) {
    this.people = people;
    this.uses = uses;
    this.signedIn = signedIn;
    this.data = data;
    this.kept = kept;
  }

  @Override
  public void tidy(Instant now) {
    if (kept.isZero() || kept.isNegative()) {
      return;
    }
    noteThoseUnknown(now);
    Instant then = now.minus(kept);
    String after = "";
    List<String> part;
    do {
      part = uses.unusedSince(then, after, PART);
      for (String personId : part) {
        after = personId;
        forget(personId, then, now);
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
    boolean needed =
        people.find(personId).map(Stored::state).filter(one -> !one.grants().isEmpty()).isPresent();
    if (!needed && !signedIn.is(personId, now) && uses.giveUp(personId, then)) {
      data.erase(personId);
      log.info("Account {} was not used for {} days and is forgotten", personId, kept.toDays());
    }
  }
}
