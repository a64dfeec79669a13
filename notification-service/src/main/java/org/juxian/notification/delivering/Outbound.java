package org.juxian.notification.delivering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Notice;
import org.juxian.platform.messaging.Tracing;

/**
 * Takes notices in: each becomes a delivery for each channel, once for each cause, however often it
 * is heard of.
 */
public final class Outbound {

  private final Deliveries deliveries;
  private final DeliveryWorker worker;
  private final InstantSource clock;
  private final Tracing tracing;

  public Outbound(
      Deliveries deliveries, DeliveryWorker worker, InstantSource clock, Tracing tracing) {
    this.deliveries = deliveries;
    this.worker = worker;
    this.clock = clock;
    this.tracing = tracing;
  }

  /** Tells people, each their own notice, by all channels that they have. */
  public void tell(String causeId, Map<String, Notice> noticeByPerson) {
    List<Delivery> all = new ArrayList<>();
    noticeByPerson.forEach(
        (personId, notice) -> {
          for (Channel channel : Channel.values()) {
            all.add(toPerson(causeId, personId, channel, notice));
          }
        });
    add(all);
  }

  /** Tells whoever reads this address. */
  public void tellAddress(
      String causeId,
      Channel channel,
      String address,
      Language language,
      Notice notice,
      Instant expiresAt) {
    Instant now = clock.instant();
    add(
        List.of(
            new Delivery(
                id(causeId, address, channel),
                channel,
                null,
                new Delivery.Direct(address, language),
                notice,
                Status.QUEUED,
                now,
                0,
                false,
                now,
                expiresAt,
                tracing.currentTraceparent().orElse(null))));
  }

  private Delivery toPerson(String causeId, String personId, Channel channel, Notice notice) {
    Instant now = clock.instant();
    return new Delivery(
        id(causeId, personId, channel),
        channel,
        personId,
        null,
        notice,
        Status.QUEUED,
        now,
        0,
        false,
        now,
        null,
        tracing.currentTraceparent().orElse(null));
  }

  private void add(List<Delivery> all) {
    deliveries.add(all);
    worker.wake();
  }

  private static String id(String causeId, String recipient, Channel channel) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (causeId + "\n" + recipient + "\n" + channel).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
