package org.juxian.registration.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/**
 * A published event, as its own service told it last.
 *
 * @param kind {@code fair}, {@code competition} or {@code forum}: the service that owns it
 * @param cancelled whether it will not take place
 * @param reason why not, for people
 * @param sequence the owner's version of it: higher is newer
 * @param admission what its organiser settled here
 * @param entrance through which doors people come, as its organiser settled here
 */
public record Event(
    String id,
    String kind,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TicketType> ticketTypes,
    boolean cancelled,
    @Nullable Text reason,
    long sequence,
    EventAdmission admission,
    EventEntrance entrance) {

  public Event {
    ticketTypes = List.copyOf(ticketTypes);
  }

  /** As its own service tells it, without anything settled about admission. */
  public Event(
      String id,
      String kind,
      String organisationId,
      Text title,
      Text summary,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      List<TicketType> ticketTypes,
      boolean cancelled,
      @Nullable Text reason,
      long sequence) {
    this(
        id,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes,
        cancelled,
        reason,
        sequence,
        EventAdmission.NONE,
        EventEntrance.NONE);
  }

  /** The same under what its organiser settled: the types' windows are narrowed by it. */
  public Event under(EventAdmission settled) {
    return new Event(
        id,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes.stream()
            .map(
                type ->
                    new TicketType(
                        type.id(),
                        type.name(),
                        settled.settings().rules(type.id()).narrow(type.terms())))
            .toList(),
        cancelled,
        reason,
        sequence,
        settled,
        entrance);
  }

  /** The same with these doors and zones. */
  public Event behind(EventEntrance doors) {
    return new Event(
        id,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes,
        cancelled,
        reason,
        sequence,
        admission,
        doors);
  }

  public Optional<TicketType> ticketType(String typeId) {
    return ticketTypes.stream().filter(type -> type.id().equals(typeId)).findFirst();
  }

  /** The same event, which will not take place. */
  public Event cancelledBecause(@Nullable Text why, long newSequence) {
    return new Event(
        id,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes,
        true,
        why,
        newSequence);
  }
}
