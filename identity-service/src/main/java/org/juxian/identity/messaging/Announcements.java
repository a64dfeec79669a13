package org.juxian.identity.messaging;

import java.time.Instant;
import java.util.Locale;
import org.juxian.identity.organisation.Organisation;
import org.juxian.identity.person.Address;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Language;
import org.juxian.identity.person.Person;
import org.juxian.platform.messaging.Outgoing;

/** Words what this service tells, as {@code contracts/identity} says. */
public final class Announcements {

  private static final String TOPIC = "juxian.identity";

  /** Kept for a quarter of an hour only, and apart from all else. */
  private static final String CODES_TOPIC = "juxian.identity-codes";

  private Announcements() {}

  /** How a person is now. */
  public static Outgoing changed(Person person) {
    PersonChanged data =
        new PersonChanged(
            person.id(),
            person.name(),
            person.phone().orElse(null),
            person.mail().orElse(null),
            person.language().code(),
            person.grants().stream().map(Grant::code).toList(),
            person.isForgotten() ? true : null);
    return new Outgoing(TOPIC, "identity.person-changed.v1", person.id(), data);
  }

  /** Nobody uses an account: it will be forgotten. */
  public static Outgoing unused(String personId, Instant forgottenAt) {
    return new Outgoing(
        TOPIC, "identity.account-unused.v1", personId, new AccountUnused(personId, forgottenAt));
  }

  /** How an organisation is now. */
  public static Outgoing changed(Organisation organisation) {
    OrganisationChanged data =
        new OrganisationChanged(organisation.id(), organisation.kind().code(), organisation.name());
    return new Outgoing(TOPIC, "identity.organisation-changed.v1", organisation.id(), data);
  }

  /**
   * A code on its way.
   *
   * @param key keeps the codes of one address in order, and is not the address
   */
  public static Outgoing issued(
      String key, Address address, String code, Language language, Instant expiresAt) {
    CodeIssued data =
        new CodeIssued(
            address.value(),
            address.channel().name().toLowerCase(Locale.ROOT),
            code,
            language.code(),
            expiresAt);
    return new Outgoing(CODES_TOPIC, "identity.code-issued.v1", key, data);
  }
}
