package org.juxian.notification.delivering;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what old messages said. Every replica may do so at any time: twice is as good as once.
 */
@Component
class OldMessages {

  private static final Logger log = LoggerFactory.getLogger(OldMessages.class);

  private final Deliveries deliveries;
  private final InstantSource clock;
  private final Duration keep;

  /**
   * @param keep how long the texts and addresses of messages are kept
   */
  OldMessages(
      Deliveries deliveries,
      InstantSource clock,
      @Value("${juxian.notification.keep.messages}") Duration keep) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.keep = keep;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void tidy() {
    try {
      long forgotten = deliveries.forgetBefore(clock.instant().minus(keep));
      if (forgotten > 0) {
        log.info("Forgot what {} old messages said", forgotten);
      }
    } catch (RuntimeException failed) {
      log.warn("Old messages stay for now: {}", failed.toString());
    }
  }
}
