package org.juxian.registration.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.DoorStore;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.springframework.stereotype.Service;

/** Who was let in and should not have been: mostly twice, by devices without a network. */
@Service
public class Reconciliation {

  /** A registration and all that happened with it at the doors. */
  public record Case(Registration registration, DoorLog log) {}

  private final DoorStore doors;
  private final PersonStore people;

  Reconciliation(DoorStore doors, PersonStore people) {
    this.doors = doors;
    this.people = people;
  }

  /** A part of the list, oldest registration first; all, or what nobody has looked into. */
  public List<Case> of(String eventId, boolean openOnly, @Nullable String after, int limit) {
    return doors.inDoubt(eventId, openOnly, after, limit).stream()
        .map(saved -> new Case(saved.registration(), saved.log()))
        .toList();
  }

  /** What those are called who stood at the doors, by their ids. */
  public Map<String, String> staff(List<Case> cases) {
    List<String> ids =
        cases.stream()
            .flatMap(one -> one.log().scans().stream())
            .flatMap(Reconciliation::actors)
            .distinct()
            .toList();
    Map<String, String> names = new HashMap<>();
    people.of(ids).values().forEach(person -> names.put(person.id(), person.name()));
    return names;
  }

  private static Stream<String> actors(Scan scan) {
    Scan.Undone undone = scan.undone();
    Scan.Settled settled = scan.settled();
    return Stream.of(
            scan.by(), undone == null ? null : undone.by(), settled == null ? null : settled.by())
        .filter(Objects::nonNull);
  }
}
