package org.juxian.forum.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  private static final int PART = 200;

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
    if (kept.isZero() || kept.isNegative()) {
      return;
    }
    Instant before = now.minus(kept);
    Optional<String> after = Optional.empty();
    List<Forums.Entry> part;
    do {
      part = forums.list(Optional.empty(), after, PART);
      for (Forums.Entry one : part) {
        after = Optional.of(one.id());
        boolean over = one.event().details().period().isOverAt(before);
        if (over && forgetting.in(one.id(), _ -> true)) {
          log.info("Forum {} names no speakers any more", one.id());
        }
      }
    } while (part.size() == PART);
  }
}
