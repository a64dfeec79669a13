package org.juxian.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.juxian.standalone.process.Backoff;
import org.juxian.standalone.process.ChildEvents;
import org.juxian.standalone.process.ChildSpec;
import org.juxian.standalone.process.Guard;
import org.juxian.standalone.process.StartFailedException;
import org.juxian.standalone.process.Supervisor;

/**
 * Lets each process run once and keep what it loaded in an ahead-of-time cache of the JVM (JEP
 * 514), from which it then starts in a third of the time. A cache is good for one content of the
 * jar and one set of flags.
 */
final class QuickStarts {

  /** The JVM writes the cache when it ends, which takes some seconds of its own. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int AT_ONCE = 2;

  /** Each is asked for something, so that what answers a request is in the cache too. */
  private static final List<String> EXERCISES =
      List.of("/actuator/health", "/actuator/prometheus", "/v3/api-docs", "/api/nothing");

  private final PlatformOptions options;
  private final Processes processes;
  private final Guard guard;
  private final PlatformEvents events;

  QuickStarts(PlatformOptions options, Processes processes, Guard guard, PlatformEvents events) {
    this.options = options;
    this.processes = processes;
    this.guard = guard;
    this.events = events;
  }

  /** For those of the kind that have none; the caller sees to it that what they need runs. */
  void make(Collection<Application> applications, Part.Kind kind) throws InterruptedException {
    if (options.quickStart() != PlatformOptions.QuickStart.MAKE) {
      return;
    }
    List<Application> wanting =
        applications.stream()
            .filter(application -> application.part().kind() == kind)
            .filter(application -> !Files.exists(application.cache()))
            .toList();
    Semaphore permits = new Semaphore(AT_ONCE);
    List<Thread> workers = new ArrayList<>();
    for (Application application : wanting) {
      permits.acquire();
      events.preparing(application.part(), workers.size() + 1, wanting.size());
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    make(application);
                    permits.release();
                  }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void make(Application application) {
    try {
      Path unfinished = application.cache().resolveSibling("unfinished.aot");
      runOnce(application, unfinished);
      if (Files.exists(unfinished)) {
        Files.move(unfinished, application.cache(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StartFailedException | TimeoutException | IOException _) {
      // No cache then. If the process cannot start at all, its real start says why.
    }
  }

  private void runOnce(Application application, Path cache)
      throws StartFailedException, TimeoutException, IOException, InterruptedException {
    ChildSpec spec = processes.training(application, cache);
    Supervisor supervisor = new Supervisor(spec, guard, Backoff.DEFAULT, new Silence());
    try {
      supervisor.start();
      supervisor.awaitReady(PATIENCE);
      if (application.part().kind() == Part.Kind.SERVICE) {
        exercise(application.part());
      }
    } finally {
      supervisor.stop(PATIENCE);
    }
  }

  private void exercise(Part service) throws IOException {
    for (String path : EXERCISES) {
      URI uri = processes.loopback(Processes.portOf(service), path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setReadTimeout(20_000);
      connection.getResponseCode();
      connection.disconnect();
    }
  }

  /** Nobody needs to hear of these runs. */
  private record Silence() implements ChildEvents {
    @Override
    public void ready(ChildSpec spec, Duration took) {}

    @Override
    public void died(ChildSpec spec, @Nullable Integer exitCode, Duration restartIn) {}
  }
}
