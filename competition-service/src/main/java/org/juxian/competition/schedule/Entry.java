package org.juxian.competition.schedule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's or a team's entry; it comes from a registration.
 *
 * @param id the registration's id
 * @param personId who registered: the entrant, or the team's captain
 * @param team given where a team entered
 * @param entered false once it was withdrawn
 * @param sequence the registration's version that this was learned from: older news is passed over
 */
public record Entry(
    String id, String personId, String name, @Nullable Team team, boolean entered, long sequence) {

  /** A team and its members, as the captain named them. */
  public record Team(String name, List<Member> members) {

    public Team {
      members = List.copyOf(members);
    }
  }

  /** A member of a team; known by the phone number (E.164). */
  public record Member(String name, String phone) {}

  /**
   * Whether this says at least as much as the news. Of one version of the registration, that it
   * began for somebody is newer than that it ended for the one before.
   */
  public boolean knows(Entry news) {
    boolean began = news.entered() && !entered;
    return sequence > news.sequence() || (sequence == news.sequence() && !began);
  }

  /** What people call it: the team's name, or the entrant's. */
  public String shownName() {
    return team == null ? name : team.name();
  }

  /**
   * Everyone who competes in it, by what identifies them: nobody of them can be in two places at
   * once.
   */
  public Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    people.add(personId);
    if (team != null) {
      team.members().forEach(member -> people.add(member.phone()));
    }
    return people;
  }
}
