package org.juxian.forum.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Fault;
import org.juxian.event.web.EventProblems;
import org.juxian.event.web.EventRequest;
import org.juxian.forum.agenda.Room;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A room as a request gives it.
 *
 * @param id of one that the forum has already; absent for a new one
 */
record RoomRequest(
    @Nullable @Pattern(regexp = EventRequest.ID) String id,
    @NotNull @Localized(max = 100) Text name,
    @NotNull Integer capacity) {

  /** The rooms that a request asks for; new ones get an id. */
  static List<Room> all(List<RoomRequest> requests, List<Room> known, Ids ids) {
    Set<String> knownIds = known.stream().map(Room::id).collect(Collectors.toSet());
    EventProblems.check(
        Fault.ofUnknownIds("rooms", EventProblems.ids(requests, RoomRequest::id), knownIds));
    return requests.stream()
        .map(
            request ->
                new Room(
                    request.id() == null ? ids.next() : request.id(),
                    request.name(),
                    request.capacity()))
        .toList();
  }
}
