package org.juxian.identity.signingin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juxian.identity.IdentityTest;
import org.juxian.identity.persistence.CodeStore;
import org.juxian.identity.persistence.SessionStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.signingin.ProveAddress.Outcome;
import org.juxian.identity.signingin.ProveAddress.Proof;
import org.springframework.beans.factory.annotation.Autowired;

/** What time does to codes and sessions, with a clock that we move. */
class ClocksTest extends IdentityTest {

  @Autowired private CodeStore codes;
  @Autowired private SessionStore store;
  @Autowired private CodeHash hashes;
  @Autowired private CallerLimits limits;

  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private Outcome entered(String address, String code, Duration later) {
    Instant then = Instant.now().plus(later);
    return new ProveAddress(codes, hashes, limits, () -> then)
        .prove(new Address(address), code, aCaller());
  }

  @Test
  void a_code_is_late_after_five_minutes_and_only_the_right_one_is() {
    String address = aPhone();
    String code = codeFor(address);
    String wrong = code.equals("111111") ? "222222" : "111111";
    Duration late = Duration.ofMinutes(5).plusSeconds(1);
    assertThat(entered(address, wrong, late)).isEqualTo(new Outcome.Tried(Proof.WRONG));
    assertThat(entered(address, code, late)).isEqualTo(new Outcome.Tried(Proof.LATE));
    assertThat(entered(address, code, Duration.ZERO)).isEqualTo(new Outcome.Tried(Proof.WRONG));
  }

  @Test
  void a_session_lasts_thirty_days_from_its_last_use() {
    BrowserSessions sessions = new BrowserSessions(store, () -> now);
    String secret = sessions.open("somebody");
    assertThat(sessions.use(secret)).contains(new BrowserSessions.SignedIn("somebody", false));
    now = now.plus(Duration.ofDays(29));
    assertThat(sessions.use(secret)).contains(new BrowserSessions.SignedIn("somebody", true));
    now = now.plus(Duration.ofDays(29));
    assertThat(sessions.use(secret)).isPresent();
    now = now.plus(Duration.ofDays(30));
    assertThat(sessions.use(secret)).isEmpty();
  }

  @Test
  void codes_are_hashed_with_the_first_key_and_fit_with_any() {
    Address address = new Address("+8613800000001");
    byte[] older = {1};
    byte[] newer = {2};
    String before = new CodeHash(List.of(older)).of(address, "123456");
    CodeHash rotated = new CodeHash(List.of(newer, older));
    assertThat(rotated.fits(address, "123456")).accepts(before).rejects("", "x");
    assertThat(rotated.fits(address, "123457")).rejects(before);
    assertThat(rotated.fits(new Address("+8613800000002"), "123456")).rejects(before);
    assertThat(new CodeHash(List.of(newer)).fits(address, "123456")).rejects(before);
  }
}
