package org.juxian.notification.persistence;

import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.Delivery;
import org.juxian.notification.delivering.Status;
import org.juxian.notification.notice.Kind;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Notice;

/**
 * A delivery as it is stored; public for the driver's record codec. {@code due} is there only while
 * it is unfinished, so that its sparse index stays as small as the queue. {@code begun} is the
 * attempt that is being handed over, and there only until its end is written down.
 */
public record DeliveryDocument(
    @BsonId String id,
    Channel channel,
    @Nullable String personId,
    @Nullable String address,
    @Nullable Language language,
    Kind kind,
    Map<String, String> zh,
    Map<String, String> en,
    Status status,
    @Nullable Instant due,
    int attempts,
    @Nullable Integer begun,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable String traceparent,
    @Nullable Instant finishedAt,
    @Nullable String to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String detail) {

  static DeliveryDocument of(Delivery delivery) {
    Delivery.Direct direct = delivery.direct();
    return new DeliveryDocument(
        delivery.id(),
        delivery.channel(),
        delivery.personId(),
        direct == null ? null : direct.address(),
        direct == null ? null : direct.language(),
        delivery.notice().kind(),
        delivery.notice().zh(),
        delivery.notice().en(),
        delivery.status(),
        delivery.due(),
        delivery.attempts(),
        null,
        delivery.createdAt(),
        delivery.expiresAt(),
        delivery.traceparent(),
        null,
        null,
        null,
        null,
        null);
  }

  Delivery delivery() {
    return new Delivery(
        id,
        channel,
        personId,
        address == null || language == null ? null : new Delivery.Direct(address, language),
        new Notice(kind, zh, en),
        status,
        due == null ? createdAt : due,
        attempts,
        begun != null,
        createdAt,
        expiresAt,
        traceparent);
  }
}
