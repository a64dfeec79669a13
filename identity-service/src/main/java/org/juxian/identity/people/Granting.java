package org.juxian.identity.people;

import org.juxian.identity.persistence.OrganisationStore;
import org.juxian.identity.person.Grant;
import org.juxian.identity.person.Person;
import org.juxian.identity.person.Role;
import org.springframework.stereotype.Service;

/** Gives people roles and takes them back. Doing it twice changes nothing. */
@Service
public class Granting {

  private final People people;
  private final Administrators administrators;
  private final OrganisationStore organisations;

  Granting(People people, Administrators administrators, OrganisationStore organisations) {
    this.people = people;
    this.administrators = administrators;
    this.organisations = organisations;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    record Done(Person person) implements Outcome {}

    record NoSuchPerson() implements Outcome {}

    record NoSuchOrganisation() implements Outcome {}

    /** An administrator is one for the whole alliance. */
    record NotForAnOrganisation() implements Outcome {}

    /** There is always an administrator. */
    record LastAdministrator() implements Outcome {}
  }

  public Outcome grant(String personId, Grant grant) {
    String organisation = grant.organisationId();
    if (grant.role() == Role.ADMINISTRATOR && organisation != null) {
      return new Outcome.NotForAnOrganisation();
    }
    if (organisation != null && organisations.find(organisation).isEmpty()) {
      return new Outcome.NoSuchOrganisation();
    }
    return (grant.equals(Grant.ADMINISTRATOR)
            ? administrators.appoint(personId)
            : people.change(personId, person -> person.with(grant)))
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(Outcome.NoSuchPerson::new);
  }

  public Outcome revoke(String personId, Grant grant) {
    if (people.find(personId).isEmpty()) {
      return new Outcome.NoSuchPerson();
    }
    boolean administrator = grant.equals(Grant.ADMINISTRATOR);
    if (administrator && !administrators.dismiss(personId)) {
      return new Outcome.LastAdministrator();
    }
    return (administrator
            ? people.find(personId)
            : people.change(personId, person -> person.without(grant)))
        .<Outcome>map(Outcome.Done::new)
        .orElseGet(Outcome.NoSuchPerson::new);
  }
}
