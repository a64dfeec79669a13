package org.juxian.registration.privacy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.persistence.AuditStore;
import org.springframework.stereotype.Service;

/** Who saw or changed what: written before the answer is given. */
@Service
public class AuditLog {

  private final AuditStore store;
  private final Ids ids;
  private final InstantSource clock;

  AuditLog(AuditStore store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  public void note(
      String eventId,
      String actorId,
      String action,
      @Nullable String subject,
      @Nullable String detail) {
    store.add(
        new Trace(
            ids.next(),
            eventId,
            actorId,
            action,
            subject,
            detail,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** What was done about an event's people, newest first. */
  public List<Trace> of(String eventId, @Nullable String before, int limit) {
    return store.of(eventId, before, limit);
  }
}
