package org.juxian.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juxian.identity.code.AddressCodes.Entry;
import org.juxian.identity.code.AddressCodes.Issue;

class AddressCodesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

  private static AddressCodes sent(AddressCodes before, String hash, Instant at) {
    return ((Issue.Sent) before.issue(hash, Quota.OF_ADDRESS, at)).next();
  }

  private static AddressCodes aSentCode() {
    return sent(AddressCodes.NONE, "right", NOW);
  }

  private static Entry enter(AddressCodes codes, String hash, Instant at) {
    return codes.enter(hash::equals, at);
  }

  @Test
  void a_code_is_valid_for_five_minutes_and_the_next_may_follow_after_one() {
    assertThat(AddressCodes.NONE.issue("h", Quota.OF_ADDRESS, NOW))
        .isEqualTo(
            new Issue.Sent(
                aSentCodeWith("h"), NOW.plus(Duration.ofMinutes(5)), NOW.plusSeconds(60)));
    assertThat(aSentCode().issue("h", Quota.OF_ADDRESS, NOW.plusSeconds(59)))
        .isEqualTo(new Issue.TooMany(Duration.ofSeconds(1)));
  }

  @Test
  void the_right_code_is_right_once() {
    Entry first = enter(aSentCode(), "right", NOW.plusSeconds(299));
    assertThat(first).isInstanceOf(Entry.Right.class);
    assertThat(enter(((Entry.Right) first).next(), "right", NOW.plusSeconds(299)))
        .isEqualTo(new Entry.NoneLives());
  }

  @Test
  void after_five_minutes_it_is_late() {
    assertThat(enter(aSentCode(), "right", NOW.plusSeconds(300))).isInstanceOf(Entry.Late.class);
  }

  @Test
  void five_tries_and_no_more() {
    AddressCodes codes = aSentCode();
    for (int tries = 0; tries < 4; tries++) {
      codes = ((Entry.Wrong) enter(codes, "wrong", NOW)).next();
    }
    assertThat(enter(codes, "right", NOW)).isInstanceOf(Entry.Right.class);
    codes = ((Entry.Wrong) enter(codes, "wrong", NOW)).next();
    assertThat(enter(codes, "right", NOW)).isEqualTo(new Entry.NoneLives());
  }

  @Test
  void a_newer_code_replaces_the_older_with_all_its_tries() {
    AddressCodes tried = ((Entry.Wrong) enter(aSentCode(), "wrong", NOW)).next();
    AddressCodes newer = sent(tried, "newer", NOW.plusSeconds(60));
    assertThat(enter(newer, "right", NOW.plusSeconds(61))).isInstanceOf(Entry.Wrong.class);
    assertThat(enter(newer, "newer", NOW.plusSeconds(61))).isInstanceOf(Entry.Right.class);
    assertThat(newer.live())
        .isEqualTo(new LiveCode("newer", NOW.plusSeconds(360), AddressCodes.TRIES));
  }

  @Test
  void where_none_was_sent_none_is_right() {
    assertThat(enter(AddressCodes.NONE, "right", NOW)).isEqualTo(new Entry.NoneLives());
  }

  private static AddressCodes aSentCodeWith(String hash) {
    return sent(AddressCodes.NONE, hash, NOW);
  }
}
