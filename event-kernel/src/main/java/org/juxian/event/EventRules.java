package org.juxian.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of an event's details; each answers with the faults it finds, none if all is well. */
public final class EventRules {

  /** The most places that one ticket type has. */
  public static final int MOST_PLACES = 100_000;

  /** The most members of a team. */
  public static final int MOST_MEMBERS = 100;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;
  private static final Instant FIRST = startOf(FIRST_YEAR);
  private static final Instant LAST = startOf(LAST_YEAR + 1);

  private EventRules() {}

  /** What holds for every event, a draft too. */
  public static List<Fault> always(EventDetails details) {
    List<Fault> faults = new ArrayList<>(period(details.period(), ""));
    Set<String> ids = new HashSet<>();
    for (int at = 0; at < details.ticketTypes().size(); at++) {
      TicketType type = details.ticketTypes().get(at);
      String path = "ticketTypes[" + at + "].";
      if (!ids.add(type.id())) {
        faults.add(Fault.of(path + "id", "duplicate"));
      }
      faults.addAll(ticketType(type, path, details.period()));
    }
    return faults;
  }

  /** What must hold besides when an event is published. */
  public static List<Fault> toPublish(EventDetails details, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (details.ticketTypes().isEmpty()) {
      faults.add(Fault.of("ticketTypes", "needed"));
    }
    if (details.period().startsAt().isBefore(now)) {
      faults.add(Fault.of("startsAt", "past"));
    }
    return faults;
  }

  /** What a change may not do. */
  public static List<Fault> toChange(
      EventStatus status, EventDetails before, EventDetails after, Instant now) {
    List<Fault> faults = new ArrayList<>(always(after));
    if (!before.organisationId().equals(after.organisationId())) {
      faults.add(Fault.of("organisationId", "fixed"));
    }
    if (status == EventStatus.PUBLISHED) {
      faults.addAll(notIntoThePast(before.period(), after.period(), now));
      faults.addAll(ticketTypesStay(before.ticketTypes(), after.ticketTypes()));
    }
    return faults;
  }

  /**
   * That a period ends after it starts, in years that people plan for.
   *
   * @param path what stands before {@code startsAt} in the request: empty, or ending in a dot
   */
  public static List<Fault> period(Period period, String path) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(plausible(period.startsAt(), path + "startsAt"));
    faults.addAll(plausible(period.endsAt(), path + "endsAt"));
    if (!period.endsAt().isAfter(period.startsAt())) {
      faults.add(Fault.of(path + "endsAt", "after-start"));
    }
    return faults;
  }

  private static List<Fault> ticketType(TicketType type, String path, Period event) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(plausible(type.opensAt(), path + "opensAt"));
    if (type.capacity() < 1 || type.capacity() > MOST_PLACES) {
      faults.add(Fault.of(path + "capacity", "range", 1, MOST_PLACES));
    }
    if (!type.closesAt().isAfter(type.opensAt())) {
      faults.add(Fault.of(path + "closesAt", "after-opening"));
    }
    if (type.closesAt().isAfter(event.endsAt())) {
      faults.add(Fault.of(path + "closesAt", "not-after-end"));
    }
    faults.addAll(team(type.team(), path + "team."));
    return faults;
  }

  private static List<Fault> team(@Nullable TeamSize team, String path) {
    if (team == null) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    if (team.minMembers() < 1 || team.minMembers() > MOST_MEMBERS) {
      faults.add(Fault.of(path + "minMembers", "range", 1, MOST_MEMBERS));
    }
    if (team.maxMembers() < team.minMembers() || team.maxMembers() > MOST_MEMBERS) {
      faults.add(Fault.of(path + "maxMembers", "range", team.minMembers(), MOST_MEMBERS));
    }
    return faults;
  }

  private static List<Fault> notIntoThePast(Period before, Period after, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (!before.startsAt().equals(after.startsAt()) && after.startsAt().isBefore(now)) {
      faults.add(Fault.of("startsAt", "past"));
    }
    if (!before.endsAt().equals(after.endsAt()) && after.endsAt().isBefore(now)) {
      faults.add(Fault.of("endsAt", "past"));
    }
    return faults;
  }

  /** People hold tickets of them: they may be closed, but not taken away or turned into another. */
  private static List<Fault> ticketTypesStay(List<TicketType> before, List<TicketType> after) {
    List<Fault> faults = new ArrayList<>();
    for (TicketType old : before) {
      int at = indexOf(after, old.id());
      if (at < 0) {
        faults.add(Fault.of("ticketTypes", "ticket-type-kept", old.name()));
      } else if ((old.team() == null) != (after.get(at).team() == null)) {
        faults.add(Fault.of("ticketTypes[" + at + "].team", "fixed"));
      }
    }
    return faults;
  }

  private static int indexOf(List<TicketType> types, String id) {
    for (int at = 0; at < types.size(); at++) {
      if (Objects.equals(types.get(at).id(), id)) {
        return at;
      }
    }
    return -1;
  }

  private static List<Fault> plausible(Instant time, String path) {
    return time.isBefore(FIRST) || !time.isBefore(LAST)
        ? List.of(
            Fault.of(path, "years", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR)))
        : List.of();
  }

  private static Instant startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
