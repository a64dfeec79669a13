package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Incoming;
import org.juxian.registration.people.ClaimGuest;
import org.juxian.registration.people.Person;
import org.juxian.registration.people.PersonNames;
import org.juxian.registration.privacy.LeavingOthers;
import org.springframework.stereotype.Component;

/**
 * Keeps what identity-service tells about people. Whoever is forgotten there leaves the
 * registrations of others before the addresses go: afterwards nobody could tell which they were.
 */
@Component
class PersonHandler {

  private final PersonNames names;
  private final ClaimGuest claiming;
  private final LeavingOthers leaving;

  PersonHandler(PersonNames names, ClaimGuest claiming, LeavingOthers leaving) {
    this.leaving = leaving;
    this.names = names;
    this.claiming = claiming;
  }

  void changed(Incoming<PersonMessage> message) {
    PersonMessage data = message.data();
    if (data.isForgotten()) {
      leaving.leave(data.personId());
    }
    Person person = new Person(data.personId(), data.name(), data.phone(), data.mail());
    names.changed(person, message.sequence(), message.cause());
    claiming.by(person);
  }
}
