package org.juxian.registration.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.DoorList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may come in, for those at the door. */
@RestController
class DoorListController {

  private static final Pattern LAST_FOUR = Pattern.compile("[0-9]{4}");
  private static final int LONGEST_NAME = 100;

  private final EventBook events;
  private final DoorList list;

  DoorListController(EventBook events, DoorList list) {
    this.events = events;
    this.list = list;
  }

  /**
   * Oldest first.
   *
   * @param lastFour the last four digits of the person's phone number
   * @param name of the person or the team, or the ticket's number
   */
  @GetMapping("/api/events/{id}/door-list")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  Page<DoorViews.GuestView> list(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String lastFour,
      @RequestParam(required = false) @Nullable String name,
      PageQuery page,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    List<DoorList.Guest> found =
        list.find(id, digits(lastFour), name(name), page.after().orElse(null), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        guest -> guest.registration().booking().id(),
        guest -> DoorViews.guest(guest, event));
  }

  private static @Nullable String digits(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (!LAST_FOUR.matcher(given.strip()).matches()) {
      throw Problem.of(400, "invalid").field("lastFour", "last-four");
    }
    return given.strip();
  }

  private static @Nullable String name(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > LONGEST_NAME) {
      throw Problem.of(400, "invalid").field("name", "too-long", LONGEST_NAME);
    }
    return given.strip();
  }
}
