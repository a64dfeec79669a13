package org.juxian.registration.registering;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.AdmissionStore;
import org.juxian.registration.persistence.EventStore;
import org.juxian.registration.place.AdmissionSettings;
import org.springframework.stereotype.Service;

/**
 * An organiser settles admission: one guarded write, which says whether {@link Settling} begins.
 */
@Service
public class SettleAdmission {

  private final AdmissionStore admissions;
  private final EventStore events;
  private final EventBook book;
  private final InstantSource clock;

  SettleAdmission(
      AdmissionStore admissions, EventStore events, EventBook book, InstantSource clock) {
    this.admissions = admissions;
    this.events = events;
    this.book = book;
    this.clock = clock;
  }

  /**
   * The event under its new settings; empty if somebody settled it since {@code seen}.
   *
   * @param event as it is now in the database
   */
  public Optional<Event> settle(Event event, long seen, AdmissionSettings settings) {
    if (event.admission().version() != seen) {
      return Optional.empty();
    }
    AdmissionSettings before = event.admission().settings();
    boolean unlike =
        event.ticketTypes().stream()
            .anyMatch(
                type ->
                    settings.needsOtherKeysThan(before, type.id())
                        || settings.endsOffersOf(before, type.id()));
    Instant settlingSince = unlike ? clock.instant() : null;
    boolean done = admissions.settle(event.id(), seen, settings, settlingSince);
    book.changed(event.id());
    return done ? events.find(event.id()) : Optional.empty();
  }
}
