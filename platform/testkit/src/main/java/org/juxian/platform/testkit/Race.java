package org.juxian.platform.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many do something at the same moment. */
public final class Race {

  private Race() {}

  /** What each of them got, in the order of their numbers; each has a thread of its own. */
  public static <T> List<T> of(int many, IntFunction<T> act) {
    CountDownLatch ready = new CountDownLatch(many);
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Future<T>> running = new ArrayList<>();
      for (int n = 0; n < many; n++) {
        int number = n;
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return act.apply(number);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }
}
