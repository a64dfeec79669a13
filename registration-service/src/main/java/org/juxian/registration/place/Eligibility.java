package org.juxian.registration.place;

import java.util.Optional;
import java.util.Set;
import org.juxian.registration.place.Refusal.NotEligible.Lack;

/**
 * Who may have a kind of ticket: one of the roles, and one of the kinds of organisations, and one
 * of the organisations. An empty set asks for nothing.
 */
public record Eligibility(
    Set<String> roles, Set<String> organisationKinds, Set<String> organisationIds) {

  /** Everybody. */
  public static final Eligibility ANYBODY = new Eligibility(Set.of(), Set.of(), Set.of());

  public Eligibility {
    roles = Set.copyOf(roles);
    organisationKinds = Set.copyOf(organisationKinds);
    organisationIds = Set.copyOf(organisationIds);
  }

  /** What somebody lacks who has these roles, at these organisations of these kinds. */
  public Optional<Lack> lack(Set<String> theirRoles, Set<String> theirKinds, Set<String> theirs) {
    if (misses(roles, theirRoles)) {
      return Optional.of(Lack.ROLE);
    }
    if (misses(organisationKinds, theirKinds)) {
      return Optional.of(Lack.ORGANISATION_KIND);
    }
    return misses(organisationIds, theirs) ? Optional.of(Lack.ORGANISATION) : Optional.empty();
  }

  private static boolean misses(Set<String> asked, Set<String> given) {
    return !asked.isEmpty() && asked.stream().noneMatch(given::contains);
  }
}
