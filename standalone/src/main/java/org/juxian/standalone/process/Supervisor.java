package org.juxian.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one child process running: starts it, notices when it dies, and starts it again.
 *
 * <p>One thread owns the process. Others ask it to end ({@link #stop}, {@link #restart}) or end it
 * behind its back ({@link #kill}, as a fault would).
 */
public final class Supervisor {

  private static final Duration PROBE_INTERVAL = Duration.ofMillis(60);
  private static final Duration UNREADY_PATIENCE = Duration.ofSeconds(5);
  private static final int TAIL_LINES = 25;

  private final ChildSpec spec;
  private final Guard guard;
  private final Backoff backoff;
  private final ChildEvents events;

  private @Nullable Thread keeper;
  private @Nullable Child child;
  private CompletableFuture<Duration> ready = new CompletableFuture<>();
  private boolean wanted;
  private boolean endingOnPurpose;

  public Supervisor(ChildSpec spec, Guard guard, Backoff backoff, ChildEvents events) {
    this.spec = spec;
    this.guard = guard;
    this.backoff = backoff;
    this.events = events;
  }

  /** What is supervised. */
  public ChildSpec spec() {
    return spec;
  }

  /** Starts the process and answers at once; {@link #awaitReady} tells how it went. */
  public synchronized void start() {
    if (keeper == null) {
      wanted = true;
      ready = new CompletableFuture<>();
      keeper = Thread.ofVirtual().name("keeper of " + spec.name()).start(this::keep);
    }
  }

  /**
   * Waits until the process is ready, be it for the first time or again. Answers how long the start
   * took.
   */
  public Duration awaitReady(Duration limit)
      throws StartFailedException, InterruptedException, TimeoutException {
    CompletableFuture<Duration> awaited;
    synchronized (this) {
      awaited = ready;
    }
    try {
      return awaited.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartFailedException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The process id, or -1 between two runs. */
  public synchronized long pid() {
    return child != null && child.alive() ? child.pid() : -1;
  }

  /**
   * SIGKILL, as a fault would do; the process comes back by itself. Answers the id of the killed
   * process.
   */
  public synchronized long kill() {
    if (child == null || !child.alive()) {
      return -1;
    }
    resetReady();
    child.kill();
    return child.pid();
  }

  /** Ends the process in order and starts it again, without waiting for it to be ready. */
  public void restart(Duration patience) throws InterruptedException {
    Child running;
    synchronized (this) {
      if (keeper == null) {
        start();
        return;
      }
      running = child;
      endingOnPurpose = true;
      resetReady();
    }
    if (running != null) {
      running.terminate(patience);
    }
  }

  /** Ends the process in order and leaves it ended. */
  public void stop(Duration patience) throws InterruptedException {
    Thread keeping;
    Child running;
    synchronized (this) {
      wanted = false;
      keeping = keeper;
      running = child;
      keeper = null;
    }
    if (running != null) {
      running.terminate(patience);
    }
    if (keeping != null) {
      keeping.interrupt();
      keeping.join();
    }
  }

  /** One run of the process, from its start to its end. */
  private record Run(
      boolean wasReady, @Nullable Integer exitCode, Duration lasted, long logOffset) {}

  private void keep() {
    try {
      boolean everReady = false;
      int deaths = 0;
      while (isWanted()) {
        Run run = run();
        everReady |= run.wasReady();
        if (!isWanted()) {
          return;
        }
        if (!everReady) {
          giveUp(run);
          return;
        }
        if (!consumeEndingOnPurpose()) {
          deaths = run.lasted().compareTo(backoff.forgiveAfter()) > 0 ? 1 : deaths + 1;
          rest(run, backoff.after(deaths));
        }
      }
    } catch (InterruptedException _) {
      // Told to stop: the one who told ends the process.
    } catch (IOException e) {
      readyFuture().completeExceptionally(e);
    }
  }

  private Run run() throws IOException, InterruptedException {
    long began = System.nanoTime();
    long logOffset = Files.exists(spec.log()) ? Files.size(spec.log()) : 0;
    Child running = Child.start(spec, guard);
    adopt(running);
    boolean wasReady = awaitReady(running, began);
    Integer exitCode = null;
    if (wasReady || !running.alive()) {
      exitCode = running.awaitExit();
    } else {
      running.terminate(UNREADY_PATIENCE);
    }
    return new Run(wasReady, exitCode, elapsed(began), logOffset);
  }

  private void giveUp(Run run) {
    readyFuture()
        .completeExceptionally(
            new StartFailedException(
                spec.name(),
                run.exitCode(),
                spec.startLimit(),
                spec.log(),
                LogTail.of(spec.log(), run.logOffset(), TAIL_LINES)));
  }

  private void rest(Run run, Duration wait) throws InterruptedException {
    resetReady();
    events.died(spec, run.exitCode(), wait);
    Thread.sleep(wait);
  }

  private boolean awaitReady(Child running, long began) throws InterruptedException {
    while (running.alive() && isWanted()) {
      if (spec.readiness().ready() && running.alive()) {
        Duration took = elapsed(began);
        if (readyFuture().complete(took)) {
          events.ready(spec, took);
        }
        return true;
      }
      if (elapsed(began).compareTo(spec.startLimit()) > 0) {
        return false;
      }
      Thread.sleep(PROBE_INTERVAL);
    }
    return false;
  }

  private synchronized void adopt(Child running) throws InterruptedException {
    child = running;
    if (!wanted) {
      running.terminate(UNREADY_PATIENCE);
    }
  }

  private synchronized boolean isWanted() {
    return wanted;
  }

  private synchronized boolean consumeEndingOnPurpose() {
    boolean onPurpose = endingOnPurpose;
    endingOnPurpose = false;
    return onPurpose;
  }

  private synchronized void resetReady() {
    if (ready.isDone()) {
      ready = new CompletableFuture<>();
    }
  }

  private synchronized CompletableFuture<Duration> readyFuture() {
    return ready;
  }

  private static Duration elapsed(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
