package org.juxian.identity.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.juxian.identity.persistence.RosterDocument;
import org.juxian.identity.persistence.RosterStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.Stored;
import org.springframework.stereotype.Service;

/**
 * Appoints and dismisses administrators; there is always one. The roster decides, in one document;
 * the grant of the person follows it: after each write of the roster it is brought to what the
 * roster says, and looked at again, until both agree. Where a crash came in between, the next start
 * (or the same call again) does it.
 */
@Service
public class Administrators {

  private static final int MOST_ATTEMPTS = 50;

  private final RosterStore rosters;
  private final People people;

  Administrators(RosterStore rosters, People people) {
    this.rosters = rosters;
    this.people = people;
  }

  /** Makes a person an administrator; nothing where there is no such person. */
  public Optional<Person> appoint(String personId) {
    if (people.find(personId).isEmpty()) {
      return Optional.empty();
    }
    write(roster -> Optional.of(with(roster, personId, false)));
    return follow(personId);
  }

  /** Makes a person no administrator any longer; false where there would be none left. */
  public boolean dismiss(String personId) {
    boolean dismissed = write(roster -> without(roster, personId));
    if (dismissed) {
      follow(personId);
    }
    return dismissed;
  }

  /**
   * Makes the owner of an address an administrator, once: who was dismissed later is not appointed
   * again by a restart. Also mends what a crash left.
   */
  public void appointAtStart(Address address) {
    Person person = people.at(address, Language.ZH);
    write(
        roster ->
            roster.appointedAtStart().contains(person.id())
                ? Optional.of(roster)
                : Optional.of(with(roster, person.id(), true)));
    rosters.find().ifPresent(roster -> roster.state().personIds().forEach(this::follow));
  }

  private Optional<Person> follow(String personId) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      boolean member = isMember(personId);
      Optional<Person> person =
          people.change(
              personId,
              as -> member ? as.with(Grant.ADMINISTRATOR) : as.without(Grant.ADMINISTRATOR));
      if (isMember(personId) == member) {
        return person;
      }
    }
    throw new IllegalStateException("too many changes at once");
  }

  private boolean isMember(String personId) {
    return rosters
        .find()
        .map(roster -> roster.state().personIds().contains(personId))
        .orElse(false);
  }

  /** Applies a change to the roster as it is at the moment of the write; false where it refuses. */
  private boolean write(Function<RosterDocument, Optional<RosterDocument>> change) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Stored<RosterDocument> before = rosters.find().orElse(null);
      RosterDocument roster =
          before == null ? new RosterDocument(List.of(), List.of()) : before.state();
      Optional<RosterDocument> after = change.apply(roster);
      if (after.isEmpty()) {
        return false;
      }
      if (after.get().equals(roster) || rosters.store(before, after.get())) {
        return true;
      }
    }
    throw new IllegalStateException("too many changes at once");
  }

  private static RosterDocument with(RosterDocument roster, String personId, boolean atStart) {
    return new RosterDocument(
        plus(roster.personIds(), personId),
        atStart ? plus(roster.appointedAtStart(), personId) : roster.appointedAtStart());
  }

  private static Optional<RosterDocument> without(RosterDocument roster, String personId) {
    List<String> left = roster.personIds().stream().filter(id -> !id.equals(personId)).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new RosterDocument(left, roster.appointedAtStart()));
  }

  private static List<String> plus(List<String> ids, String id) {
    if (ids.contains(id)) {
      return ids;
    }
    List<String> more = new ArrayList<>(ids);
    more.add(id);
    return List.copyOf(more);
  }
}
