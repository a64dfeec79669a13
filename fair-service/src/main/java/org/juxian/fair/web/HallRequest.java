package org.juxian.fair.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Fault;
import org.juxian.event.web.EventProblems;
import org.juxian.event.web.EventRequest;
import org.juxian.fair.booth.Booth;
import org.juxian.fair.booth.Hall;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A hall and its booths as a request gives them.
 *
 * @param id of one that the fair has already; absent for a new one
 */
record HallRequest(
    @Nullable @Pattern(regexp = EventRequest.ID) String id,
    @NotNull @Localized(max = 100) Text name,
    @NotNull Integer columns,
    @NotNull Integer rows,
    @NotNull @Size(max = 1000) List<@NotNull @Valid BoothRequest> booths) {

  /** The halls that a request asks for; new ones and new booths get an id. */
  static List<Hall> all(List<HallRequest> requests, List<Hall> known, Ids ids) {
    EventProblems.check(unknownIds(requests, known));
    return requests.stream().map(request -> request.hall(ids)).toList();
  }

  private static List<Fault> unknownIds(List<HallRequest> requests, List<Hall> known) {
    Set<String> halls = known.stream().map(Hall::id).collect(Collectors.toSet());
    Set<String> booths =
        known.stream()
            .flatMap(hall -> hall.booths().stream())
            .map(Booth::id)
            .collect(Collectors.toSet());
    List<Fault> faults =
        new ArrayList<>(
            Fault.ofUnknownIds("halls", EventProblems.ids(requests, HallRequest::id), halls));
    for (int at = 0; at < requests.size(); at++) {
      faults.addAll(
          Fault.ofUnknownIds(
              "halls[" + at + "].booths",
              EventProblems.ids(requests.get(at).booths(), BoothRequest::id),
              booths));
    }
    return faults;
  }

  private Hall hall(Ids ids) {
    return new Hall(
        id == null ? ids.next() : id,
        name,
        columns,
        rows,
        booths.stream().map(booth -> booth.booth(ids)).toList());
  }
}
