package org.juxian.registration.privacy;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.persistence.AuditStore;
import org.juxian.registration.persistence.EndedEvents;
import org.juxian.registration.persistence.PersonalRecords;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.springframework.stereotype.Component;

/**
 * Lets go of the people of an event that was long ago: their registrations stay for the counts.
 * Each is one guarded write, and what is done is passed over; so it bears being broken off anywhere
 * and being done by two at once.
 */
@Component
class ForgetEvent {

  /** Who does it, in the audit. */
  static final String NOBODY_ELSE = "retention";

  static final String ACTION = "anonymise";
  static final int CHUNK = 50;

  private final EndedEvents events;
  private final ForgetRegistrations registrations;
  private final PersonalRecords records;
  private final AuditStore audit;
  private final Ids ids;

  ForgetEvent(
      EndedEvents events,
      ForgetRegistrations registrations,
      PersonalRecords records,
      AuditStore audit,
      Ids ids) {
    this.events = events;
    this.registrations = registrations;
    this.records = records;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Does it, or a part of it.
   *
   * @param goOn asked before each part
   * @return whether nothing is left to do
   */
  boolean forget(String eventId, Instant now, BooleanSupplier goOn) {
    String trace = events.begin(eventId, ids.next());
    records.forgetAnswers(eventId);
    records.forgetLists(eventId);
    int all = 0;
    @Nullable String after = null;
    List<Saved> chunk;
    do {
      if (!goOn.getAsBoolean()) {
        return false;
      }
      chunk = registrations.part(eventId, after, CHUNK);
      all += chunk.size();
      after = chunk.isEmpty() ? after : chunk.getLast().registration().booking().id();
    } while (chunk.size() == CHUNK);
    String detail = "registrations: " + all;
    audit.addOnce(new Trace(trace, eventId, NOBODY_ELSE, ACTION, null, detail, now));
    events.done(eventId, now);
    return true;
  }
}
