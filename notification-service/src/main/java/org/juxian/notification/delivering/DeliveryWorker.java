package org.juxian.notification.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.juxian.platform.messaging.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for deliveries that are due, claims each and has it brought to its end; some at a time, on
 * any number of replicas.
 */
public final class DeliveryWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final int AT_A_TIME = 16;
  private static final int BATCH = 200;
  private static final Duration POLL = Duration.ofMillis(500);

  private final Deliveries deliveries;
  private final Delivering delivering;
  private final InstantSource clock;
  private final Tracing tracing;
  private final Duration claim;
  private final Semaphore free = new Semaphore(AT_A_TIME);
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();
  private final Semaphore wakeUp = new Semaphore(0);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  /**
   * @param claim how long a delivery belongs to the replica that took it up: if that dies, it is
   *     taken up again so much later
   */
  DeliveryWorker(
      Deliveries deliveries,
      Delivering delivering,
      InstantSource clock,
      Tracing tracing,
      Duration claim) {
    this.deliveries = deliveries;
    this.delivering = delivering;
    this.clock = clock;
    this.tracing = tracing;
    this.claim = claim;
  }

  /** Says that something was added. */
  void wake() {
    wakeUp.release();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("deliveries").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(8, TimeUnit.SECONDS)) {
        log.warn("Some deliveries were still on their way; they are tried again");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        if (deliverDue()) {
          continue;
        }
      } catch (RuntimeException failed) {
        log.warn("Deliveries wait: {}", failed.toString());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
      try {
        if (wakeUp.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** True where there may be more at once. */
  private boolean deliverDue() throws InterruptedException {
    List<String> due = deliveries.due(clock.instant(), BATCH);
    for (String id : due) {
      if (!running) {
        return false;
      }
      if (!inHand.add(id)) {
        continue;
      }
      free.acquire();
      workers.execute(() -> claimAndDeliver(id));
    }
    return due.size() == BATCH;
  }

  private void claimAndDeliver(String id) {
    try {
      Instant now = clock.instant();
      deliveries
          .claim(id, now, now.plus(claim))
          .ifPresent(
              delivery ->
                  tracing.within(
                      "deliver",
                      header ->
                          Objects.equals(header, Tracing.TRACEPARENT)
                              ? delivery.traceparent()
                              : null,
                      () -> delivering.deliver(delivery)));
    } catch (RuntimeException failed) {
      log.warn("A delivery is left for later: {}", failed.toString());
    } finally {
      inHand.remove(id);
      free.release();
    }
  }
}
