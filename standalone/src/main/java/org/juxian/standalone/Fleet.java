package org.juxian.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.juxian.standalone.process.StartFailedException;
import org.juxian.standalone.process.Supervisor;

/** The supervised processes of one platform, started and stopped in groups. */
final class Fleet {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private final Map<Part, Supervisor> supervisors = new EnumMap<>(Part.class);
  private boolean closed;

  /** Starts the process and does not wait for it. */
  synchronized void launch(Part part, Supervisor supervisor) {
    if (closed) {
      throw new IllegalStateException("The platform was closed while it started.");
    }
    supervisors.put(part, supervisor);
    supervisor.start();
  }

  synchronized Supervisor get(Part part) {
    Supervisor supervisor = supervisors.get(part);
    if (supervisor == null) {
      throw new IllegalStateException(part.label() + " was not started.");
    }
    return supervisor;
  }

  synchronized List<Part> parts() {
    return List.copyOf(supervisors.keySet());
  }

  /** Waits until the process takes work. */
  void awaitReady(Part part) throws StartFailedException, InterruptedException {
    try {
      get(part).awaitReady(START_LIMIT);
    } catch (TimeoutException e) {
      throw new IllegalStateException(part.label() + " is not ready.", e);
    }
  }

  void awaitReady(List<Part> parts) throws StartFailedException, InterruptedException {
    for (Part part : parts) {
      awaitReady(part);
    }
  }

  /** Nothing is started from now on. False if that was so already. */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /** Stops those of the parts that were started, all at once, and waits for their ends. */
  void stop(List<Part> parts, Duration patience) {
    List<Thread> threads = new ArrayList<>();
    for (Part part : parts()) {
      if (parts.contains(part)) {
        Supervisor supervisor = get(part);
        threads.add(Thread.ofVirtual().start(() -> stop(supervisor, patience)));
      }
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void stop(Supervisor supervisor, Duration patience) {
    try {
      supervisor.stop(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
