package org.juxian.registration.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Terms;

/**
 * An event as it is stored; public for the driver's record codec.
 *
 * @param known false where only its cancellation was heard
 * @param search what a search looks in, in lower case
 */
public record EventDocument(
    String kind,
    String organisationId,
    Text title,
    Text summary,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    List<TypeDocument> ticketTypes,
    boolean cancelled,
    @Nullable Text reason,
    boolean known,
    String search) {

  /** A ticket type as it is stored. */
  public record TypeDocument(
      String id,
      Text name,
      int capacity,
      Instant opensAt,
      Instant closesAt,
      @Nullable Integer minMembers,
      @Nullable Integer maxMembers) {

    static TypeDocument of(TicketType type) {
      Terms terms = type.terms();
      Terms.TeamSize team = terms.team();
      return new TypeDocument(
          type.id(),
          type.name(),
          terms.capacity(),
          terms.opensAt(),
          terms.closesAt(),
          team == null ? null : team.minMembers(),
          team == null ? null : team.maxMembers());
    }

    TicketType toType() {
      Terms.TeamSize team =
          minMembers == null || maxMembers == null
              ? null
              : new Terms.TeamSize(minMembers, maxMembers);
      return new TicketType(id, name, new Terms(capacity, opensAt, closesAt, team));
    }
  }

  static EventDocument of(Event event) {
    return new EventDocument(
        event.kind(),
        event.organisationId(),
        event.title(),
        event.summary(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        event.ticketTypes().stream().map(TypeDocument::of).toList(),
        event.cancelled(),
        event.reason(),
        true,
        search(event));
  }

  /** All that is known of an event which was cancelled before we heard of it. */
  static EventDocument unknown(
      String kind, String organisationId, Text title, @Nullable Text reason) {
    Text nothing = new Text("", "");
    return new EventDocument(
        kind,
        organisationId,
        title,
        nothing,
        Instant.EPOCH,
        Instant.EPOCH,
        new Venue(nothing, nothing),
        List.of(),
        true,
        reason,
        false,
        "");
  }

  Event toEvent(String id, long sequence) {
    return new Event(
        id,
        kind,
        organisationId,
        title,
        summary,
        startsAt,
        endsAt,
        venue,
        ticketTypes.stream().map(TypeDocument::toType).toList(),
        cancelled,
        reason,
        sequence);
  }

  private static String search(Event event) {
    Venue venue = event.venue();
    return String.join(
            "\n",
            event.title().zh(),
            event.title().en(),
            venue.name().zh(),
            venue.name().en(),
            venue.address().zh(),
            venue.address().en())
        .toLowerCase(Locale.ROOT);
  }
}
