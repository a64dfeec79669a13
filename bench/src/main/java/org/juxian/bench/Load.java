package org.juxian.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Keeps 64 requests under way: each of so many virtual threads sends its next request as soon as it
 * has the answer to its last.
 */
final class Load {

  static final int AT_ONCE = 64;

  /** One request; the number is its own, counted from 0. */
  interface Request {
    void send(int number) throws Exception;
  }

  private Load() {}

  /** Requests for so long. */
  static Figures during(Duration time, Request request) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    return run(request, number -> System.nanoTime() < end);
  }

  /** So many requests. */
  static Figures times(int count, Request request) throws Exception {
    return run(request, number -> number < count);
  }

  private interface More {
    boolean than(int number);
  }

  private static Figures run(Request request, More more) throws Exception {
    AtomicInteger numbers = new AtomicInteger();
    Callable<long[]> worker =
        () -> {
          long[] latencies = new long[1024];
          int done = 0;
          for (int n = numbers.getAndIncrement(); more.than(n); n = numbers.getAndIncrement()) {
            long start = System.nanoTime();
            request.send(n);
            if (done == latencies.length) {
              latencies = Arrays.copyOf(latencies, 2 * done);
            }
            latencies[done++] = System.nanoTime() - start;
          }
          return Arrays.copyOf(latencies, done);
        };
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = IntStream.range(0, AT_ONCE).mapToObj(_ -> threads.submit(worker)).toList();
      long[] all = running.stream().flatMapToLong(one -> Arrays.stream(result(one))).toArray();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return Figures.of(Arrays.stream(all), took);
    }
  }

  private static long[] result(Future<long[]> worker) {
    try {
      return worker.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A request failed.", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
