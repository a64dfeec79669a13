package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Openness;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Terms;
import org.juxian.registration.place.TypeRules;
import org.juxian.registration.place.WaitingRules;

/** Events as they are answered. */
final class EventViews {

  /** An event in a list. */
  record EventItem(
      String eventId,
      String kind,
      String organisationId,
      Text title,
      Text summary,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      String status,
      int capacity,
      int taken) {}

  /**
   * An event on its own page.
   *
   * @param partialGroups whether a group may be content with fewer places than it has people
   * @param perPersonLimit how many registrations a person may have for it
   * @param mine the caller's registration, the first if there are several
   */
  record EventPage(
      String eventId,
      String kind,
      String organisationId,
      Text title,
      Text summary,
      Instant startsAt,
      Instant endsAt,
      Venue venue,
      String status,
      int capacity,
      int taken,
      @Nullable Text reason,
      List<TypeView> ticketTypes,
      boolean waitingList,
      boolean partialGroups,
      int perPersonLimit,
      @Nullable String mine) {}

  /** A ticket type with what is taken of it, and who may have it. */
  record TypeView(
      String id,
      Text name,
      int capacity,
      int taken,
      Instant opensAt,
      Instant closesAt,
      Terms.@Nullable TeamSize team,
      String kind,
      boolean needsApproval,
      boolean invitationOnly,
      AdmissionViews.EligibilityView eligibility) {}

  private EventViews() {}

  static EventItem item(Event event, Map<String, Integer> taken, Instant now) {
    return new EventItem(
        event.id(),
        event.kind(),
        event.organisationId(),
        event.title(),
        event.summary(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        status(event, taken, now),
        capacity(event),
        sum(taken));
  }

  static EventPage page(
      Event event, Map<String, Integer> taken, Instant now, @Nullable String mine) {
    WaitingRules waiting = event.admission().settings().waiting();
    return new EventPage(
        event.id(),
        event.kind(),
        event.organisationId(),
        event.title(),
        event.summary(),
        event.startsAt(),
        event.endsAt(),
        event.venue(),
        status(event, taken, now),
        capacity(event),
        sum(taken),
        event.reason(),
        event.ticketTypes().stream()
            .map(
                type ->
                    type(
                        type,
                        event.admission().settings().rules(type.id()),
                        taken.getOrDefault(type.id(), 0)))
            .toList(),
        waiting != null,
        waiting != null && waiting.partialGroups(),
        event.admission().settings().perPersonLimit(),
        mine);
  }

  private static TypeView type(TicketType type, TypeRules rules, int taken) {
    Terms terms = type.terms();
    return new TypeView(
        type.id(),
        type.name(),
        terms.capacity(),
        taken,
        terms.opensAt(),
        terms.closesAt(),
        terms.team(),
        Words.of(rules.kind()),
        rules.approval() != TypeRules.Approval.NONE,
        rules.invitationOnly(),
        AdmissionViews.eligibility(rules.eligibility()));
  }

  private static String status(Event event, Map<String, Integer> taken, Instant now) {
    return Openness.of(event, taken, now).name().toLowerCase(Locale.ROOT);
  }

  private static int capacity(Event event) {
    return event.ticketTypes().stream().mapToInt(type -> type.terms().capacity()).sum();
  }

  private static int sum(Map<String, Integer> taken) {
    return taken.values().stream().mapToInt(Integer::intValue).sum();
  }
}
