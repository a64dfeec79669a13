package org.juxian.registration.place;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for coming in at all; whether a place is free is another question. */
public final class Admission {

  private Admission() {}

  /** Why this application is refused, if it is. */
  public static Optional<Refusal> refusal(Terms terms, @Nullable Team team, Instant now) {
    return refusalByWindow(terms, now).or(() -> refusalByTeam(terms.team(), team));
  }

  static Optional<Refusal> refusalByWindow(Terms terms, Instant now) {
    if (terms.openLaterThan(now)) {
      return Optional.of(new Refusal.NotOpenYet(terms.opensAt()));
    }
    return terms.areOpenAt(now)
        ? Optional.empty()
        : Optional.of(new Refusal.ClosedSince(terms.closesAt()));
  }

  static Optional<Refusal> refusalByTeam(Terms.@Nullable TeamSize size, @Nullable Team team) {
    if (size == null) {
      return team == null ? Optional.empty() : Optional.of(new Refusal.TeamNotExpected());
    }
    if (team == null) {
      return Optional.of(new Refusal.TeamNeeded());
    }
    int members = team.members().size();
    if (members < size.minMembers() || members > size.maxMembers()) {
      return Optional.of(new Refusal.TeamSizeWrong(size.minMembers(), size.maxMembers()));
    }
    Set<String> phones = new HashSet<>();
    for (int i = 0; i < members; i++) {
      if (!phones.add(team.members().get(i).phone())) {
        return Optional.of(new Refusal.MemberTwice(i));
      }
    }
    return Optional.empty();
  }
}
