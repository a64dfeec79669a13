package org.juxian.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Person;

/**
 * A person, as they and administrators see them.
 *
 * @param named whether {@code name} is what they want to be called; else it is made up
 */
record PersonView(
    String personId,
    String name,
    boolean named,
    @Nullable String phone,
    @Nullable String mail,
    String language,
    List<GrantView> grants) {

  record GrantView(String role, @Nullable String organisationId) {}

  static PersonView of(Person person) {
    return new PersonView(
        person.id(),
        person.name(),
        person.givenName() != null,
        person.phone().orElse(null),
        person.mail().orElse(null),
        person.language().code(),
        person.grants().stream().map(PersonView::view).toList());
  }

  private static GrantView view(Grant grant) {
    return new GrantView(grant.role().code(), grant.organisationId());
  }
}
