package org.juxian.competition.schedule;

import java.util.Collection;
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

  /** What stands for the name or number of somebody who was forgotten. */
  private static final String NOBODY = "-";

  /** A team and its members, as the captain named them. */
  public record Team(String name, List<Member> members) {

    public Team {
      members = List.copyOf(members);
    }

    /** The same of nobody whom one would know; as large as it was. */
    private Team without(Collection<String> phones) {
      return new Team(
          name,
          members.stream()
              .map(member -> phones.contains(member.phone()) ? Member.FORGOTTEN : member)
              .toList());
    }
  }

  /** A member of a team; known by the phone number (E.164). */
  public record Member(String name, String phone) {

    private static final Member FORGOTTEN = new Member(NOBODY, NOBODY);
  }

  /**
   * The same of a captain or entrant who was forgotten. Who was in the team stands nowhere else but
   * here, where the captain wrote it.
   */
  public Entry forgotten() {
    return new Entry(
        id,
        personId,
        NOBODY,
        team == null ? null : new Team(team.name(), List.of()),
        entered,
        sequence);
  }

  /** The same without the members who have one of these numbers: the team is as large as before. */
  public Entry without(Collection<String> phones) {
    return team == null
        ? this
        : new Entry(id, personId, name, team.without(phones), entered, sequence);
  }

  /** The same of nobody whom one could find, long after the competition. */
  public Entry anonymous() {
    Entry nobody = forgotten();
    return new Entry(id, id, nobody.name(), nobody.team(), entered, sequence);
  }

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
   * once. Of somebody who was forgotten nothing does.
   */
  public Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    people.add(personId);
    if (team != null) {
      team.members().stream()
          .map(Member::phone)
          .filter(phone -> !phone.equals(NOBODY))
          .forEach(people::add);
    }
    return people;
  }
}
