package org.juxian.notification.persistence;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.juxian.notification.contact.Contact;
import org.juxian.notification.contact.Contacts;
import org.juxian.platform.messaging.Projection;
import org.springframework.stereotype.Repository;

/** Contacts, newest first to win. */
@Repository
class MongoContacts implements Contacts {

  private final Projection<ContactDocument> contacts;

  MongoContacts(MongoDatabase database) {
    this.contacts = new Projection<>(database, "contacts", ContactDocument.class);
  }

  @Override
  public Optional<Contact> find(String personId) {
    return contacts
        .find(personId)
        .map(known -> new Contact(known.language(), known.phone(), known.mail()));
  }

  @Override
  public void know(String personId, long sequence, Contact contact) {
    contacts.apply(
        personId,
        sequence,
        new ContactDocument(contact.language(), contact.phone(), contact.mail()));
  }
}
