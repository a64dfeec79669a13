package org.juxian.competition.organising;

import java.time.Duration;
import java.time.Instant;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.schedule.Entry;
import org.juxian.platform.messaging.KeepingPeriod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes the people out of competitions that were long ago: their entries stay for the counts, with
 * the names of teams. Diaries of which all is over go, whatever the period: they are there to keep
 * people from being in two places at once.
 */
@Component
class KeepEntries implements KeepingPeriod {

  private static final Logger log = LoggerFactory.getLogger(KeepEntries.class);

  private final Competitions competitions;
  private final ForgetEntrants forgetting;
  private final Diaries diaries;
  private final Duration kept;

  /**
   * @param kept how long entries name people after the end of the competition; zero for ever
   */
  KeepEntries(
      Competitions competitions,
      ForgetEntrants forgetting,
      Diaries diaries,
      @Value("${juxian.competition.keep.entries}") Duration kept) {
    this.competitions = competitions;
    this.forgetting = forgetting;
    this.diaries = diaries;
    this.kept = kept;
  }

  @Override
  public void tidy(Instant now) {
    diaries.forgetOver(now);
    competitions.all().forEachOver(kept, now, this::forget);
  }

  private void forget(String id) {
    if (forgetting.in(id, Entry::anonymous)) {
      log.info("Competition {} has no names any more", id);
    }
  }
}
