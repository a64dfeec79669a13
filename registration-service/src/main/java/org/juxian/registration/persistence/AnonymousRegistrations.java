package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.springframework.stereotype.Repository;

/** Lets go of all that a registration says of a person; what it counts for stays. */
@Repository
public class AnonymousRegistrations {

  private final AggregateCollection<RegistrationDocument> registrations;

  AnonymousRegistrations(RegistrationStore store) {
    this.registrations = store.documents();
  }

  /** An event's, whatever became of them, oldest first. */
  public List<Saved> of(String eventId, @Nullable String after, int limit) {
    Bson event = eq("state.eventId", eventId);
    return registrations
        .find(after == null ? event : and(event, gt("_id", after)), Sorts.ascending("_id"), limit)
        .stream()
        .map(RegistrationStore::saved)
        .toList();
  }

  /** One write of all of it, unless somebody wrote in between. */
  public Written anonymise(Saved before) {
    return registrations.update(
        new Stored<>(
            before.registration().booking().id(),
            before.version(),
            RegistrationDocument.of(
                before.registration(), before.hold(), before.request(), before.log())),
        new Change<>(
            RegistrationDocument.of(
                before.registration().anonymous(), before.hold(), null, before.log().anonymous()),
            List.of()),
        null);
  }
}
