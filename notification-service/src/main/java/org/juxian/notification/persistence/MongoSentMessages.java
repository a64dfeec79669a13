package org.juxian.notification.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.SentMessage;
import org.juxian.notification.delivering.SentMessages;
import org.juxian.notification.delivering.Status;
import org.springframework.stereotype.Repository;

/** The read side of the deliveries. */
@Repository
class MongoSentMessages implements SentMessages {

  private final MongoCollection<DeliveryDocument> documents;

  MongoSentMessages(MongoDatabase database) {
    this.documents = database.getCollection("deliveries", DeliveryDocument.class);
  }

  @Override
  public List<SentMessage> to(String personId, Optional<Instant> before, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq("personId", personId));
    before.ifPresent(moment -> filters.add(lt("createdAt", moment)));
    return documents
        .find(and(filters))
        .sort(Sorts.descending("createdAt"))
        .limit(limit)
        .map(document -> shown(document, true))
        .into(new ArrayList<>());
  }

  @Override
  public List<SentMessage> all(
      @Nullable Status status, @Nullable Channel channel, Optional<Instant> before, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(
        in(
            "status",
            status == null
                ? Arrays.stream(Status.values()).map(Status::name).toList()
                : List.of(status.name())));
    before.ifPresent(moment -> filters.add(lt("createdAt", moment)));
    if (channel != null) {
      filters.add(eq("channel", channel.name()));
    }
    return documents
        .find(and(filters))
        .sort(Sorts.descending("createdAt"))
        .limit(limit)
        .map(document -> shown(document, false))
        .into(new ArrayList<>());
  }

  private static SentMessage shown(DeliveryDocument document, boolean withText) {
    return new SentMessage(
        document.id(),
        document.kind(),
        document.channel(),
        document.status(),
        document.createdAt(),
        document.attempts(),
        withText ? document.subject() : null,
        withText ? document.text() : null,
        withText ? null : document.detail());
  }
}
