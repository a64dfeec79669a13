package org.juxian.registration.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.place.Refusal;

/**
 * Something in a person's agenda.
 *
 * @param id of the registration, interview, session or heat
 * @param eventId what it belongs to
 * @param place the room, the workstation or the booth with its table, where there is one; of a
 *     session as it is called in Chinese
 * @param walkingMinutes how long it takes to or from another place, as the event's organiser says
 * @param sequence higher when something changed
 * @param talk what else is known of a session
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
    long sequence,
    @Nullable Talk talk) {

  /** Anything but a session. */
  public AgendaItem(
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
    this(kind, id, eventId, title, startsAt, endsAt, venue, place, walkingMinutes, sequence, null);
  }

  /**
   * What is known of a session besides.
   *
   * @param registrationId with which it was chosen
   * @param speakers their names
   */
  public record Talk(String registrationId, Text eventTitle, Text room, List<Text> speakers) {

    public Talk {
      speakers = List.copyOf(speakers);
    }
  }

  /** What it is. */
  public enum Kind {
    REGISTRATION,
    INTERVIEW,
    SESSION,
    HEAT
  }

  /**
   * Whether one person cannot do both: they overlap, or there is no time to walk from one to the
   * other. Being at an event and doing something at it is no clash, nor is anything with itself.
   */
  public boolean clashesWith(AgendaItem other) {
    if (isSameAs(other)) {
      return false;
    }
    if (eventId.equals(other.eventId)
        && (kind == Kind.REGISTRATION || other.kind == Kind.REGISTRATION)) {
      return false;
    }
    long walk = isAtSamePlaceAs(other) ? 0 : 60L * Math.max(walkingMinutes, other.walkingMinutes);
    return startsAt.isBefore(other.endsAt.plusSeconds(walk))
        && other.startsAt.isBefore(endsAt.plusSeconds(walk));
  }

  /** Why something else is refused that clashes with this. */
  public Refusal.AgendaClash asClash() {
    return new Refusal.AgendaClash(id, title, startsAt, endsAt);
  }

  /** Whether both are one thing. */
  boolean isSameAs(AgendaItem other) {
    return kind == other.kind && id.equals(other.id);
  }

  private boolean isAtSamePlaceAs(AgendaItem other) {
    return venue.equals(other.venue) && Objects.equals(place, other.place);
  }
}
