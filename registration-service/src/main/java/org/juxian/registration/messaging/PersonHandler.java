package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Incoming;
import org.juxian.registration.people.Person;
import org.juxian.registration.people.PersonNames;
import org.springframework.stereotype.Component;

/** Keeps what identity-service tells about people. */
@Component
class PersonHandler {

  private final PersonNames names;

  PersonHandler(PersonNames names) {
    this.names = names;
  }

  void changed(Incoming<PersonMessage> message) {
    PersonMessage data = message.data();
    names.changed(
        new Person(data.personId(), data.name(), data.phone()),
        message.sequence(),
        message.cause());
  }
}
