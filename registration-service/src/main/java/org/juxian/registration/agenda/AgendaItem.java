package org.juxian.registration.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/**
 * Something in a person's agenda.
 *
 * @param id of the registration, interview, session or heat
 * @param eventId what it belongs to
 * @param place the room or the workstation, where there is one
 * @param walkingMinutes how long it takes to or from another place, as the event's organiser says
 * @param sequence higher when something changed
 */
public record AgendaItem(
    Kind kind,
    String id,
    String eventId,
    Text title,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    @Nullable String place,
    int walkingMinutes,
    long sequence) {

  /** What it is. */
  public enum Kind {
    REGISTRATION,
    INTERVIEW,
    SESSION,
    HEAT
  }

  /**
   * Whether one person cannot do both: they overlap, or there is no time to walk from one to the
   * other. Being at an event and doing something at it is no clash.
   */
  public boolean clashesWith(AgendaItem other) {
    if (eventId.equals(other.eventId)
        && (kind == Kind.REGISTRATION || other.kind == Kind.REGISTRATION)) {
      return false;
    }
    long walk = isAtSamePlaceAs(other) ? 0 : 60L * Math.max(walkingMinutes, other.walkingMinutes);
    return startsAt.isBefore(other.endsAt.plusSeconds(walk))
        && other.startsAt.isBefore(endsAt.plusSeconds(walk));
  }

  private boolean isAtSamePlaceAs(AgendaItem other) {
    return venue.equals(other.venue) && java.util.Objects.equals(place, other.place);
  }
}
