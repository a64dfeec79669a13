package org.juxian.registration.persistence;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.juxian.platform.messaging.AggregateCollection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The unique indexes which no race, crash or replica gets past. A test takes one away to show what
 * it is for.
 */
@Component
class Guards {

  private final boolean unique;

  Guards(@Value("${juxian.registration.guards-hold:true}") boolean unique) {
    this.unique = unique;
  }

  void on(AggregateCollection<?> registrations) {
    registrations
        .withIndex(
            Indexes.ascending("state.eventId", "state.ticketTypeId", "state.places"),
            whileThere("state.places").name(RegistrationStore.PLACES))
        .withIndex(
            Indexes.ascending("state.eventId", "state.claim"),
            whileThere("state.claim").name(RegistrationStore.PERSON))
        .withIndex(
            Indexes.ascending("state.eventId", "state.keys"),
            whileThere("state.keys").name(RegistrationStore.KEYS))
        .withIndex(
            Indexes.ascending("state.request"),
            whileThere("state.request").name(RegistrationStore.REQUEST))
        .withIndex(
            Indexes.ascending("state.eventId", "state.nonces"),
            whileThere("state.nonces").name(RegistrationStore.NONCES));
  }

  private IndexOptions whileThere(String field) {
    return new IndexOptions().unique(unique).partialFilterExpression(Filters.exists(field));
  }
}
