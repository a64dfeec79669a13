package org.juxian.registration.place;

import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A team as its captain registered it.
 *
 * @param members everyone in it, the captain included
 */
public record Team(String name, List<Member> members) {

  public Team {
    members = List.copyOf(members);
  }

  /** The same size, without the names of those with these phone numbers. */
  public Team without(Collection<String> phones) {
    Member nobody = new Member(Booking.NOBODY, Booking.NOBODY);
    return new Team(
        name, members.stream().map(one -> phones.contains(one.phone()) ? nobody : one).toList());
  }

  /** The same size, and nobody by name. */
  Team forgotten() {
    Member nobody = new Member(Booking.NOBODY, Booking.NOBODY);
    return new Team(name, Collections.nCopies(members.size(), nobody));
  }

  /**
   * Somebody in a team.
   *
   * @param phone E.164
   */
  public record Member(String name, String phone) {}
}
