package org.juxian.registration.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juxian.registration.persistence.FormStore;
import org.juxian.registration.questions.Form;
import org.springframework.stereotype.Service;

/**
 * The forms of events, kept in memory for a second: a rush asks for the same one again and again.
 * Answers keep the version that they were held against, so an older one does no harm.
 */
@Service
public class Forms {

  private static final Duration STAYS_FRESH = Duration.ofSeconds(1);
  private static final int MOST = 5_000;

  private record Seen(Form form, Instant at) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final FormStore store;
  private final InstantSource clock;

  Forms(FormStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is asked now, as it was a moment ago at the earliest. */
  public Form current(String eventId) {
    Seen known = seen.get(eventId);
    Instant now = clock.instant();
    if (known != null && known.at().plus(STAYS_FRESH).isAfter(now)) {
      return known.form();
    }
    if (seen.size() >= MOST) {
      seen.clear();
    }
    Form form = store.current(eventId);
    seen.put(eventId, new Seen(form, now));
    return form;
  }

  /** What is asked now, straight from the database. */
  public Form latest(String eventId) {
    return store.current(eventId);
  }

  /** Everything that was ever asked, the newest version first. */
  public List<Form> newestFirst(String eventId) {
    return versions(eventId).stream().map(FormStore.Version::form).toList();
  }

  /** The same, with who made it and when. */
  public List<FormStore.Version> versions(String eventId) {
    return store.versions(eventId);
  }

  /** Makes this the next version; says whether nobody did so before. */
  public boolean publish(String eventId, Form next, String by) {
    boolean added = store.add(eventId, next, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    seen.remove(eventId);
    return added;
  }
}
