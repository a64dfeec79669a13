package org.juxian.event.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.event.EventDetails;
import org.juxian.event.Fault;
import org.juxian.event.TeamSize;
import org.juxian.event.TicketType;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A ticket type as a request gives it.
 *
 * @param id of one that the event has already; absent for a new one
 */
public record TicketTypeRequest(
    @Nullable @Pattern(regexp = EventRequest.ID) String id,
    @NotNull @Localized(max = 100) Text name,
    @NotNull Integer capacity,
    @NotNull Instant opensAt,
    @NotNull Instant closesAt,
    @Nullable @Valid TeamRequest team) {

  /** How large a team may be, as a request gives it. */
  public record TeamRequest(@NotNull Integer minMembers, @NotNull Integer maxMembers) {}

  /**
   * The ticket types that a request asks for; new ones get an id.
   *
   * @param known the event's ticket types so far: another id than theirs is the client's mistake
   */
  public static List<TicketType> all(
      List<TicketTypeRequest> requests, List<TicketType> known, Ids ids) {
    Set<String> knownIds = known.stream().map(TicketType::id).collect(Collectors.toSet());
    EventProblems.check(
        Fault.ofUnknownIds(
            "ticketTypes", EventProblems.ids(requests, TicketTypeRequest::id), knownIds));
    return requests.stream().map(request -> request.ticketType(ids)).toList();
  }

  /** As {@link #all(List, List, Ids)} for a new event. */
  public static List<TicketType> all(List<TicketTypeRequest> requests, Ids ids) {
    return all(requests, List.of(), ids);
  }

  /** As {@link #all(List, List, Ids)} for an event that is there. */
  public static List<TicketType> all(
      List<TicketTypeRequest> requests, EventDetails before, Ids ids) {
    return all(requests, before.ticketTypes(), ids);
  }

  private TicketType ticketType(Ids ids) {
    return new TicketType(
        id == null ? ids.next() : id,
        name,
        capacity,
        EventRequest.kept(opensAt),
        EventRequest.kept(closesAt),
        team == null ? null : new TeamSize(team.minMembers(), team.maxMembers()));
  }
}
