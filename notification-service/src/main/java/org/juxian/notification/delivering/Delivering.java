package org.juxian.notification.delivering;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.contact.Contact;
import org.juxian.notification.contact.Contacts;
import org.juxian.notification.notice.Kind;
import org.juxian.notification.notice.Language;
import org.juxian.notification.notice.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one claimed delivery to an end: finds the address, words the notice, hands it over, writes
 * down what became of it.
 */
final class Delivering {

  private static final Logger log = LoggerFactory.getLogger(Delivering.class);

  private static final Duration AGAIN = Duration.ofMillis(300);

  private final Deliveries deliveries;
  private final Contacts contacts;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Map<Channel, Provider> providers = new EnumMap<>(Channel.class);
  private final Texts texts = new Texts();

  Delivering(
      Deliveries deliveries,
      Contacts contacts,
      List<Provider> providers,
      InstantSource clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.clock = clock;
    this.meters = meters;
    providers.forEach(provider -> this.providers.put(provider.channel(), provider));
  }

  void deliver(Delivery delivery) {
    Instant now = clock.instant();
    boolean stays = delivery.doubtful() && !isSentAgain(delivery);
    if (!stays && delivery.expiresAt() != null && !now.isBefore(delivery.expiresAt())) {
      end(delivery, Status.FAILED, now, null, "expired before it could be sent");
      return;
    }
    Optional<Contact> contact = contact(delivery);
    if (contact.isEmpty()) {
      tryLater(delivery, "this person is not known yet");
      return;
    }
    Optional<String> address = contact.get().address(delivery.channel());
    if (address.isEmpty()) {
      end(delivery, Status.SKIPPED, now, null, null);
      return;
    }
    Envelope envelope = word(delivery, address.get(), contact.get().language());
    if (stays) {
      end(delivery, Status.IN_DOUBT, now, envelope, "the service stopped while handing it over");
    } else if (deliveries.begin(delivery)) {
      handOver(delivery, envelope);
    }
  }

  private void handOver(Delivery delivery, Envelope envelope) {
    switch (provider(delivery.channel()).send(envelope)) {
      case Handover.Taken(String reference) ->
          end(delivery, Status.SENT, clock.instant(), envelope, reference);
      case Handover.Refused(String reason) ->
          end(delivery, Status.FAILED, clock.instant(), null, reason);
      case Handover.Unreachable(String reason) -> tryLater(delivery, reason);
      case Handover.Unanswered(String reason) -> {
        if (isSentAgain(delivery)) {
          tryLater(delivery, reason);
        } else {
          end(delivery, Status.IN_DOUBT, clock.instant(), envelope, reason);
        }
      }
    }
  }

  private static boolean isSentAgain(Delivery delivery) {
    return Doubt.isSentAgain(delivery.notice().kind(), delivery.channel());
  }

  private Optional<Contact> contact(Delivery delivery) {
    if (delivery.direct() != null) {
      return Optional.of(
          Contact.direct(
              delivery.channel(), delivery.direct().address(), delivery.direct().language()));
    }
    return delivery.personId() == null ? Optional.empty() : contacts.find(delivery.personId());
  }

  private Envelope word(Delivery delivery, String address, Language language) {
    return switch (delivery.channel()) {
      case SMS ->
          new Envelope(delivery.id(), address, null, texts.sms(delivery.notice(), language));
      case MAIL ->
          new Envelope(
              delivery.id(),
              address,
              texts.mailSubject(delivery.notice(), language),
              texts.mailText(delivery.notice(), language));
    };
  }

  private Provider provider(Channel channel) {
    Provider provider = providers.get(channel);
    if (provider == null) {
      throw new IllegalStateException("no provider for " + channel);
    }
    return provider;
  }

  private void tryLater(Delivery delivery, String reason) {
    Instant now = clock.instant();
    Optional<Instant> next = Retries.next(delivery, delivery.attempts(), now);
    if (next.isPresent()) {
      count(delivery, "retried");
      log.info("{} {} waits: {}", delivery.channel(), delivery.notice().kind().key(), reason);
      deliveries.postpone(delivery, next.get(), reason);
    } else {
      end(delivery, Status.FAILED, now, null, reason);
    }
  }

  private void end(
      Delivery delivery,
      Status status,
      Instant at,
      @Nullable Envelope sent,
      @Nullable String detail) {
    boolean secret = delivery.notice().kind() == Kind.SIGN_IN_CODE;
    insist(() -> deliveries.finish(delivery, status, at, secret ? null : sent, detail));
    count(delivery, status.name().toLowerCase(java.util.Locale.ROOT));
    log.info("{} {} {}", delivery.channel(), delivery.notice().kind().key(), status);
  }

  /**
   * What was handed over must be written down, or it would be handed over again: waits for the
   * database if it is away.
   */
  private static void insist(Runnable write) {
    while (true) {
      try {
        write.run();
        return;
      } catch (RuntimeException away) {
        log.warn("What was sent waits to be written down: {}", away.getClass().getSimpleName());
        LockSupport.parkNanos(AGAIN.toNanos());
        if (Thread.currentThread().isInterrupted()) {
          throw away;
        }
      }
    }
  }

  private void count(Delivery delivery, String result) {
    meters
        .counter(
            "juxian.notifications",
            "channel",
            delivery.channel().name().toLowerCase(java.util.Locale.ROOT),
            "kind",
            delivery.notice().kind().key(),
            "result",
            result)
        .increment();
  }
}
