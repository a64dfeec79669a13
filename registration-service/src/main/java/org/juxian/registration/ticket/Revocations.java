package org.juxian.registration.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfEvent;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Service;

/**
 * Which tickets of an event admit nobody any more, for devices that check without a network. A
 * device asks with the position where it stopped and gets what came since.
 */
@Service
public class Revocations {

  /**
   * A write may show up later than another with a later time, by so much at the most; the last bit
   * is told again and again, which does no harm.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /**
   * Tickets of a registration that are void.
   *
   * @param validRevision the lowest revision that is valid still; absent where none is
   */
  public record Revoked(String registrationId, @Nullable Integer validRevision, Instant at) {}

  /** Where a device stopped: the time and the registration of the last that it heard of. */
  public record Position(Instant at, String registrationId) {

    /** Before the first. */
    public static Position start() {
      return new Position(Instant.EPOCH, "");
    }
  }

  /**
   * What came since.
   *
   * @param more whether there is more right now, behind {@code last}
   * @param resume where to begin next time
   */
  public record News(List<Revoked> items, boolean more, Position last, Position resume) {}

  private final RegistrationsOfEvent registrations;
  private final InstantSource clock;

  Revocations(RegistrationsOfEvent registrations, InstantSource clock) {
    this.registrations = registrations;
    this.clock = clock;
  }

  public News since(String eventId, Position from, int limit) {
    Instant settled = clock.instant().minus(OVERLAP);
    List<Revoked> found =
        registrations.revoked(eventId, from.at(), from.registrationId(), limit + 1).stream()
            .map(Revocations::revoked)
            .toList();
    boolean more = found.size() > limit;
    List<Revoked> items = more ? found.subList(0, limit) : found;
    Position last =
        items.isEmpty()
            ? from
            : new Position(items.getLast().at(), items.getLast().registrationId());
    return new News(
        items, more, last, last.at().isBefore(settled) ? last : new Position(settled, ""));
  }

  private static Revoked revoked(Saved saved) {
    Registration registration = saved.registration();
    String id = registration.booking().id();
    return switch (registration) {
      case Registration.Cancelled gone -> new Revoked(id, null, gone.at());
      case Registration.Active _, Pending _ ->
          new Revoked(id, registration.booking().issue().revision(), since(registration.booking()));
    };
  }

  private static Instant since(Booking booking) {
    Instant since = booking.issue().since();
    return since == null ? Instant.EPOCH : since;
  }
}
