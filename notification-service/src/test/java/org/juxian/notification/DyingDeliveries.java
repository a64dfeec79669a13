package org.juxian.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Deliveries;
import org.juxian.notification.delivering.Delivery;
import org.juxian.notification.delivering.Envelope;
import org.juxian.notification.delivering.Status;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Deliveries of a process that dies, once for each delivery of some people, after the provider has
 * taken a message and before that is written down. Its claim ends seconds later.
 */
final class DyingDeliveries implements Deliveries {

  /** Whose first deliveries end so: persons, or addresses of codes. */
  final Set<String> doomed = ConcurrentHashMap.newKeySet();

  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final Deliveries real;

  private DyingDeliveries(Deliveries real) {
    this.real = real;
  }

  /** Puts them in place of the real ones. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Hook {

    @Bean
    @Primary
    DyingDeliveries dyingDeliveries(@Qualifier("mongoDeliveries") Deliveries real) {
      return new DyingDeliveries(real);
    }
  }

  /** What no handler catches: the process is gone. */
  private static final class Gone extends Error {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void finish(
      Delivery delivery,
      Status status,
      Instant at,
      @Nullable Envelope sent,
      @Nullable String detail) {
    if (isDoomed(delivery) && status == Status.SENT && dead.add(delivery.id())) {
      throw new Gone();
    }
    real.finish(delivery, status, at, sent, detail);
  }

  @Override
  public Optional<Delivery> claim(String id, Instant now, Instant until) {
    return real.claim(id, now, doomed.isEmpty() ? until : now.plusSeconds(5));
  }

  @Override
  public void add(List<Delivery> deliveries) {
    real.add(deliveries);
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return real.due(now, limit);
  }

  @Override
  public boolean begin(Delivery delivery) {
    return real.begin(delivery);
  }

  @Override
  public boolean again(String id, Instant due) {
    return real.again(id, due);
  }

  @Override
  public long forgetBefore(Instant moment) {
    return real.forgetBefore(moment);
  }

  @Override
  public void postpone(Delivery delivery, Instant due, String reason) {
    real.postpone(delivery, due, reason);
  }

  private boolean isDoomed(Delivery delivery) {
    String who =
        delivery.direct() != null
            ? delivery.direct().address()
            : String.valueOf(delivery.personId());
    return doomed.contains(who);
  }
}
