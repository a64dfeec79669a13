package org.juxian.bench;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Registrations as registration-service stores them, once their messages are sent. */
final class StoredRegistrations {

  private static final int PLACES = 5_000;

  private StoredRegistrations() {}

  /**
   * The registration of that number; events of five thousand places are filled one after another.
   */
  static BsonDocument document(int number) {
    String personId = "%032x".formatted(0xa110_0000_0000_0000L + number);
    String place = "%04d".formatted(number % PLACES + 1);
    String name = "林一" + number;
    BsonDocument state =
        new BsonDocument()
            .append("eventId", text("%032x".formatted(0xe4e0_0000_0000_0000L + number / PLACES)))
            .append("ticketTypeId", text("0".repeat(31) + "7"))
            .append("personId", text(personId))
            .append("personName", text(name))
            .append("status", text("CONFIRMED"))
            .append("claim", text(personId))
            .append("places", new BsonArray(List.of(new BsonInt32(number % PLACES + 1))))
            .append("ticketNumber", text(place))
            .append("terms", new BsonArray(List.of(text(name), text(place))))
            .append("createdAt", new BsonDateTime(1_790_000_000_000L + number))
            .append("request", text("%043d".formatted(number)))
            .append("requestBody", text("b".repeat(43)));
    return new BsonDocument("_id", text("%032x".formatted(0x0190_0000_0000_0000L + number)))
        .append("version", new BsonInt64(1))
        .append("state", state)
        .append("outbox", new BsonArray())
        .append("inbox", new BsonArray());
  }

  /**
   * Fails unless what the service stored has the same members of the same types, so that this class
   * follows the service.
   */
  static void compare(BsonDocument ofService) {
    String ours = form(document(1));
    String theirs = form(ofService);
    if (!ours.equals(theirs)) {
      throw new IllegalStateException("The service stores " + theirs + ", not " + ours);
    }
  }

  private static String form(BsonDocument document) {
    StringBuilder form = new StringBuilder();
    document.forEach(
        (name, value) -> {
          form.append(name).append(':');
          form.append(value.isDocument() ? form(value.asDocument()) : value.getBsonType());
          form.append(' ');
        });
    return "{" + form + "}";
  }

  private static BsonValue text(String value) {
    return new BsonString(value);
  }
}
