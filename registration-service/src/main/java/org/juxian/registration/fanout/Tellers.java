package org.juxian.registration.fanout;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Registration;
import org.juxian.registration.registering.CancelRegistration;
import org.springframework.stereotype.Component;

/** Tells registrations, several at a time: one guarded write each, with the cause in its inbox. */
@Component
class Tellers {

  private static final int AT_A_TIME = 16;

  private final RegistrationStore registrations;
  private final CancelRegistration cancellation;
  private final InstantSource clock;

  Tellers(RegistrationStore registrations, CancelRegistration cancellation, InstantSource clock) {
    this.clock = clock;
    this.registrations = registrations;
    this.cancellation = cancellation;
  }

  /** Whether it is still worth telling. */
  boolean stillTrue(FanOut fanOut, Event event) {
    return switch (fanOut.what()) {
      case CANCELLED -> event.cancelled();
      case CHANGED -> !event.cancelled();
      case REMINDER -> !event.cancelled() && event.startsAt().equals(fanOut.startsAt());
    };
  }

  /** Returns when all of them have heard; throws if one could not be told. */
  void tell(FanOut fanOut, Event event, List<Saved> chunk) {
    Semaphore turns = new Semaphore(AT_A_TIME);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> told =
          chunk.stream()
              .<Future<?>>map(
                  saved ->
                      threads.submit(
                          () -> {
                            turns.acquireUninterruptibly();
                            try {
                              tell(fanOut, event, saved);
                            } finally {
                              turns.release();
                            }
                          }))
              .toList();
      for (Future<?> one : told) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("could not tell all", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void tell(FanOut fanOut, Event event, Saved saved) {
    Cause cause = new Cause(fanOut.id());
    Booking booking = saved.registration().booking();
    switch (fanOut.what()) {
      case CANCELLED -> cancellation.becauseEventCancelled(booking.id(), event, cause);
      case CHANGED -> append(saved, standing -> changed(standing, event, fanOut.changes()), cause);
      case REMINDER ->
          append(
              saved,
              standing -> List.of(RegistrationMessages.reminderDue(standing.booking(), event)),
              cause);
    }
  }

  /** Whose it is hears what changed; who is offered it hears the offer anew. */
  private List<Outgoing> changed(Registration standing, Event event, List<String> changes) {
    List<Outgoing> told = new ArrayList<>();
    told.add(RegistrationMessages.eventChanged(standing.booking(), event, changes));
    told.addAll(TransferMessages.moved(standing, event, changes, clock.instant()));
    return told;
  }

  /** Adds messages to a registration that stands, without changing it otherwise. */
  private void append(Saved first, Function<Registration, List<Outgoing>> told, Cause cause) {
    Optional<Saved> saved = Optional.of(first);
    while (saved.isPresent() && saved.get().registration() instanceof Registration.Active active) {
      if (registrations.update(saved.get(), active, told.apply(active), cause) != Written.STALE) {
        return;
      }
      saved = registrations.find(active.booking().id());
    }
  }
}
