package org.juxian.identity.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.juxian.identity.persistence.AuthorizationStore;
import org.juxian.identity.persistence.PersonStore;
import org.juxian.identity.persistence.SessionStore;
import org.juxian.identity.persistence.UseStore;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.messaging.Stored;
import org.springframework.stereotype.Component;

/**
 * What this service knows about people. Of somebody who was forgotten there stays an account
 * without a name, without grants and with an address that leads nowhere (RFC 2606), so that nobody
 * can sign in to it; the address that it had is free for a new one.
 */
@Component
class IdentityData implements PersonalData {

  private final PersonStore people;
  private final SessionStore sessions;
  private final AuthorizationStore authorizations;
  private final UseStore uses;

  IdentityData(
      PersonStore people, SessionStore sessions, AuthorizationStore authorizations, UseStore uses) {
    this.uses = uses;
    this.people = people;
    this.sessions = sessions;
    this.authorizations = authorizations;
  }

  @Override
  public Object export(String personId) {
    Map<String, Object> all = new LinkedHashMap<>();
    people
        .find(personId)
        .map(Stored::state)
        .ifPresent(
            person -> {
              all.put("name", person.name());
              all.put("addresses", person.addresses().stream().map(Address::value).toList());
              all.put("language", person.language().code());
              all.put("grants", person.grants().stream().map(Grant::code).toList());
            });
    uses.lastOf(personId).ifPresent(last -> all.put("lastSignIn", last));
    return all;
  }

  @Override
  public void erase(String personId) {
    uses.giveUp(personId);
    Optional<Stored<Person>> found = people.find(personId);
    while (found.isPresent()
        && people.change(found.get(), found.get().state().forgotten())
            == PersonStore.Changed.STALE) {
      found = people.find(personId);
    }
    sessions.endAllOf(personId);
    authorizations.removeAllOf(personId);
  }
}
