package org.juxian.bench.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often a second a target does something, asked by so many threads without a pause. */
record Rate(Operation operation, int documents, int threads, Duration time) {

  double of(Target target) throws Exception {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long done = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(worker(target, new Random(i), end)));
      }
      for (Future<Long> one : running) {
        done += one.get();
      }
    }
    double rate = done / ((System.nanoTime() - start) / 1e9);
    if (operation == Operation.INSERT) {
      target.takeOutInserted();
    }
    return rate;
  }

  private Callable<Long> worker(Target target, Random random, long end) {
    return () -> {
      long done = 0;
      while (System.nanoTime() < end) {
        operation.run(target, documents, random);
        done++;
      }
      return done;
    };
  }
}
