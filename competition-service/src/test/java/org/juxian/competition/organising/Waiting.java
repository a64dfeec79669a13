package org.juxian.competition.organising;

import java.util.concurrent.CountDownLatch;

/** Waits for others. */
final class Waiting {

  private Waiting() {}

  static void until(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
