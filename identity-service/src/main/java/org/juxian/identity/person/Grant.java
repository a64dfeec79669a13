package org.juxian.identity.person;

import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds.
 *
 * @param organisationId for which organisation; absent where it is held for the whole alliance
 */
public record Grant(Role role, @Nullable String organisationId) {

  public static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, null);

  /** As tokens and messages write it: {@code role} or {@code role@organisationId}. */
  public String code() {
    return organisationId == null ? role.code() : role.code() + "@" + organisationId;
  }

  /** Reads what {@link #code} wrote. */
  public static Grant of(String code) {
    int at = code.indexOf('@');
    String name = at < 0 ? code : code.substring(0, at);
    Role role =
        Role.of(name).orElseThrow(() -> new IllegalArgumentException(name + " is not a role"));
    return new Grant(role, at < 0 ? null : code.substring(at + 1));
  }
}
