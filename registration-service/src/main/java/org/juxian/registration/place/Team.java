package org.juxian.registration.place;

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

  /**
   * Somebody in a team.
   *
   * @param phone E.164
   */
  public record Member(String name, String phone) {}
}
