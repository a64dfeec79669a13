package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Incoming;
import org.juxian.registration.people.ClaimGuest;
import org.juxian.registration.people.Person;
import org.juxian.registration.people.PersonNames;
import org.springframework.stereotype.Component;

/** Keeps what identity-service tells about people. */
@Component
class PersonHandler {

  private final PersonNames names;
  private final ClaimGuest claiming;

  PersonHandler(PersonNames names, ClaimGuest claiming) {
    this.names = names;
    this.claiming = claiming;
  }

  void changed(Incoming<PersonMessage> message) {
    PersonMessage data = message.data();
    Person person = new Person(data.personId(), data.name(), data.phone(), data.mail());
    names.changed(person, message.sequence(), message.cause());
    claiming.by(person);
  }
}
