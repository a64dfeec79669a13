package org.juxian.fair.applying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.managing.Fairs;
import org.juxian.fair.managing.KeptFair;
import org.juxian.platform.messaging.KeepingPeriod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets go of who applied for companies at fairs that were long ago, and of how to reach them. Which
 * company stood where stays. The fair is written last: it is the mark that all is done.
 */
@Component
class KeepContacts implements KeepingPeriod {

  private static final Logger log = LoggerFactory.getLogger(KeepContacts.class);

  private final Fairs fairs;
  private final Applications applications;
  private final Duration kept;

  /**
   * @param kept how long contacts are kept after the end of the fair; zero for ever
   */
  KeepContacts(
      Fairs fairs,
      Applications applications,
      @Value("${juxian.fair.keep.contacts}") Duration kept) {
    this.fairs = fairs;
    this.applications = applications;
    this.kept = kept;
  }

  @Override
  public void tidy(Instant now) {
    fairs.all().forEachOver(kept, now, this::forget);
  }

  private void forget(String id) {
    Optional<KeptFair> kept = fairs.find(id);
    while (kept.isPresent()) {
      Fair nobodys = kept.get().fair().anonymous();
      if (nobodys.equals(kept.get().fair())) {
        return;
      }
      applications.forgetContacts(id);
      if (fairs.replace(kept.get(), nobodys, List.of())) {
        log.info("Fair {} has no contacts any more", id);
        return;
      }
      kept = fairs.find(id);
    }
  }
}
