package org.juxian.platform.service.security;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The signed-in person on whose behalf a request is made. A controller takes it as a parameter;
 * {@code Optional<Caller>} where the endpoint is open to anyone.
 *
 * @param personId the token's {@code sub}
 * @param name as the person wants to be called; may be empty
 * @param language the language in which they are written to
 * @param grants {@code role} or {@code role@organisationId}
 */
public record Caller(String personId, String name, Locale language, Set<String> grants) {

  public Caller {
    grants = Set.copyOf(grants);
  }

  public boolean isAdministrator() {
    return grants.contains(Roles.ADMINISTRATOR);
  }

  /** Whether the role is held, for the whole alliance or for any organisation. */
  public boolean hasRole(String role) {
    return grants.stream().anyMatch(grant -> grant.equals(role) || grant.startsWith(role + "@"));
  }

  /** Whether the role is held for this organisation, or for the whole alliance. */
  public boolean hasRole(String role, String organisationId) {
    return grants.contains(role) || grants.contains(role + "@" + organisationId);
  }

  /** Whether the events of this organisation are theirs to manage. */
  public boolean mayManage(String organisationId) {
    return isAdministrator() || hasRole(Roles.ORGANISER, organisationId);
  }

  /** The organisations for which the role is held, in order of their ids. */
  public Set<String> organisationsAs(String role) {
    Set<String> ids = new TreeSet<>();
    for (String grant : grants) {
      if (grant.startsWith(role + "@")) {
        ids.add(grant.substring(role.length() + 1));
      }
    }
    return ids;
  }
}
