package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.List;
import java.util.Locale;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationDocument.Status;
import org.juxian.registration.place.Registration.Cancelled.By;

/**
 * Where a registration stands in an organiser's list, and how those are found that stand so: what
 * came to nothing is told apart by who ended it.
 *
 * @param by who ended it; empty where nobody did
 */
record RosterStatus(Status status, List<By> by) {

  private static final String REJECTED = "rejected";
  private static final String EXPIRED = "offer-expired";

  /** The status that is called so on the wire. */
  static RosterStatus of(String word) {
    return switch (word) {
      case REJECTED -> new RosterStatus(Status.CANCELLED, List.of(By.REJECTED));
      case EXPIRED -> new RosterStatus(Status.CANCELLED, List.of(By.OFFER_EXPIRED));
      case "cancelled" ->
          new RosterStatus(Status.CANCELLED, List.of(By.PERSON, By.ORGANISER, By.EVENT_CANCELLED));
      default ->
          new RosterStatus(
              Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')), List.of());
    };
  }

  /** What such a status is called on the wire. */
  static String word(String status, @Nullable String by) {
    if (By.REJECTED.name().equals(by)) {
      return REJECTED;
    }
    if (By.OFFER_EXPIRED.name().equals(by)) {
      return EXPIRED;
    }
    return status.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<Bson> conditions() {
    Bson stands = eq("state.status", status.name());
    return by.isEmpty()
        ? List.of(stands)
        : List.of(stands, in("state.cancelledBy", by.stream().map(Enum::name).toList()));
  }
}
