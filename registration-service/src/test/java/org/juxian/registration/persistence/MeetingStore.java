package org.juxian.registration.persistence;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Registration;

/**
 * Registrations of which two writers write only when both have decided what to write; with the
 * guard of the version or, to show what it is for, without.
 */
public class MeetingStore extends RegistrationStore {

  private final CyclicBarrier decided = new CyclicBarrier(2);
  private final boolean guarded;

  public MeetingStore(RegistrationStore same, boolean guarded) {
    super(same);
    this.guarded = guarded;
  }

  @Override
  public Taking take(Saved before, Registration next, Hold hold, List<Outgoing> messages) {
    meet();
    Taking taking = super.take(before, next, hold, messages);
    while (!guarded && taking == Taking.STALE) {
      Saved now = find(before.registration().booking().id()).orElseThrow();
      taking = super.take(now, next, hold, messages);
    }
    return taking;
  }

  @Override
  public Taking pass(Saved before, Registration next, DoorLog log, List<Outgoing> messages) {
    meet();
    Taking taking = super.pass(before, next, log, messages);
    while (!guarded && taking == Taking.STALE) {
      Saved now = find(before.registration().booking().id()).orElseThrow();
      taking = super.pass(now, next, log, messages);
    }
    return taking;
  }

  private void meet() {
    try {
      decided.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("nobody else came to write", alone);
    }
  }
}
