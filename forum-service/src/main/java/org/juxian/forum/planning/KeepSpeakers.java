package org.juxian.forum.planning;

import java.time.Duration;
import java.time.Instant;
import org.juxian.platform.messaging.KeepingPeriod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets go of who spoke at forums that were long ago. That they did was said in public, so it is
 * kept longer than what nobody else knew; what was spoken about stays.
 */
@Component
class KeepSpeakers implements KeepingPeriod {

  private static final Logger log = LoggerFactory.getLogger(KeepSpeakers.class);

  private final Forums forums;
  private final ForgetSpeakers forgetting;
  private final Duration kept;

  /**
   * @param kept how long speakers are named after the end of the forum; zero for ever
   */
  KeepSpeakers(
      Forums forums,
      ForgetSpeakers forgetting,
      @Value("${juxian.forum.keep.speakers}") Duration kept) {
    this.forums = forums;
    this.forgetting = forgetting;
    this.kept = kept;
  }

  @Override
  public void tidy(Instant now) {
    forums.all().forEachOver(kept, now, this::forget);
  }

  private void forget(String id) {
    if (forgetting.in(id, _ -> true)) {
      log.info("Forum {} names no speakers any more", id);
    }
  }
}
