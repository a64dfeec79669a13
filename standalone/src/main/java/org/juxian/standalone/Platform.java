package org.juxian.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.juxian.standalone.process.Backoff;
import org.juxian.standalone.process.ChildSpec;
import org.juxian.standalone.process.Guard;
import org.juxian.standalone.process.Memory;
import org.juxian.standalone.process.StartFailedException;
import org.juxian.standalone.process.Supervisor;

/**
 * The platform as processes of this machine: databases, broker, sandbox, services and gateway.
 *
 * <p>{@code make run} uses it, and so do journeys, fault tests and measurements. A process that
 * dies comes back by itself; {@link #close()} ends all of them, and should this JVM be killed, they
 * end too.
 */
public final class Platform implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final PlatformOptions options;
  private final Guard guard;
  private final Processes processes;
  private final PlatformEvents events;
  private final Map<Part, Supervisor> supervisors = new EnumMap<>(Part.class);
  private boolean closed;

  private Platform(PlatformOptions options, PlatformEvents events) throws IOException {
    this.options = options;
    this.events = events;
    this.guard = Guard.post();
    this.processes = new Processes(options, new Keys(options.dataFolder().resolve("keys")));
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @throws PortsTakenException before anything is started
   * @throws MissingBuildException if a jar is not there
   * @throws StartFailedException if a process dies at its start; the others are ended then
   */
  public static Platform start(PlatformOptions options, PlatformEvents events)
      throws PortsTakenException,
          MissingBuildException,
          StartFailedException,
          IOException,
          InterruptedException {
    Platform platform = prepare(options, events);
    try {
      platform.startAll();
      return platform;
    } catch (Throwable e) {
      platform.close();
      throw e;
    }
  }

  /**
   * Checks ports and makes folders, and starts nothing yet, so that whoever is told to stop
   * meanwhile can close it.
   */
  static Platform prepare(PlatformOptions options, PlatformEvents events)
      throws PortsTakenException, IOException {
    List<Port> taken = options.ports().taken(options.parts());
    if (!taken.isEmpty()) {
      throw new PortsTakenException(taken, options.ports());
    }
    Files.createDirectories(options.dataFolder());
    return new Platform(options, events);
  }

  void startAll()
      throws MissingBuildException, StartFailedException, IOException, InterruptedException {
    Map<Part, Application> applications = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (options.parts().contains(part)) {
        applications.put(part, processes.application(part));
      }
    }
    QuickStarts quickStarts = new QuickStarts(options, processes, guard, events);
    quickStarts.makeServers(applications.values());
    List<Supervisor> servers = startEach(applications.values(), Part.Kind.SERVER);
    awaitEach(servers);
    createTopics();
    quickStarts.makeServices(applications.values());
    awaitEach(startEach(applications.values(), Part.Kind.SERVICE));
  }

  private List<Supervisor> startEach(Collection<Application> applications, Part.Kind kind)
      throws IOException {
    List<Supervisor> started = new ArrayList<>();
    for (Application application : applications) {
      Part part = application.part();
      if (part.kind() == kind) {
        ChildSpec spec = processes.spec(application);
        Supervisor supervisor =
            new Supervisor(spec, guard, Backoff.DEFAULT, new PartEvents(part, events));
        synchronized (this) {
          if (closed) {
            throw new IllegalStateException("The platform was closed while it started.");
          }
          supervisors.put(part, supervisor);
        }
        supervisor.start();
        started.add(supervisor);
      }
    }
    return started;
  }

  private static void awaitEach(List<Supervisor> started)
      throws StartFailedException, InterruptedException {
    for (Supervisor supervisor : started) {
      awaitReady(supervisor);
    }
  }

  private static void awaitReady(Supervisor supervisor)
      throws StartFailedException, InterruptedException {
    try {
      supervisor.awaitReady(START_LIMIT);
    } catch (TimeoutException e) {
      throw new IllegalStateException(supervisor.spec().name() + " is not ready.", e);
    }
  }

  private void createTopics() throws IOException, InterruptedException {
    try {
      Topics.create(options.kafkaServers(), Duration.ofMinutes(1));
    } catch (ExecutionException e) {
      throw new IOException(
          "The topics could not be made at " + options.kafkaServers() + ": " + e.getMessage(), e);
    }
  }

  /** How it was started. */
  public PlatformOptions options() {
    return options;
  }

  /** The gateway, as this machine reaches it. */
  public URI gateway() {
    return processes.loopback(Port.GATEWAY, "");
  }

  /** One service, past the gateway: for its health and metrics. */
  public URI service(Part service) {
    return processes.loopback(Processes.portOf(service), "");
  }

  /** The sandbox that shows which SMS and mails left. */
  public URI inbox() {
    return processes.loopback(Port.INBOX, "");
  }

  /** The process's log. */
  public Path log(Part part) {
    return processes.log(part);
  }

  /** The process id, or -1 between two runs. */
  public long pid(Part part) {
    return supervisor(part).pid();
  }

  /**
   * SIGKILL, as a fault would; the process comes back by itself after a moment. Answers its old id.
   */
  public long kill(Part part) {
    return supervisor(part).kill();
  }

  /** Ends the process in order and leaves it ended until {@link #resume}. */
  public void suspend(Part part) throws InterruptedException {
    supervisor(part).stop(PATIENCE);
  }

  /** Starts a suspended process; see {@link #awaitReady}. */
  public void resume(Part part) {
    supervisor(part).start();
  }

  /** Ends the process in order, starts it again and waits until it is ready. */
  public void restart(Part part) throws StartFailedException, InterruptedException {
    supervisor(part).restart(PATIENCE);
    awaitReady(part);
  }

  /** Waits until a killed or resumed process takes work again. */
  public void awaitReady(Part part) throws StartFailedException, InterruptedException {
    awaitReady(supervisor(part));
  }

  /** Bytes that each running process has in memory (resident set). */
  public Map<Part, Long> memory() throws IOException {
    Map<Part, Long> memory = new EnumMap<>(Part.class);
    for (Part part : running()) {
      memory.put(part, Memory.residentBytes(pid(part)));
    }
    return memory;
  }

  private synchronized List<Part> running() {
    return List.copyOf(supervisors.keySet());
  }

  private synchronized Supervisor supervisor(Part part) {
    Supervisor supervisor = supervisors.get(part);
    if (supervisor == null) {
      throw new IllegalStateException(part.label() + " was not started.");
    }
    return supervisor;
  }

  /**
   * Ends everything: the gateway, the services together, then sandbox, broker and database
   * together.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    List<Part> services = new ArrayList<>(running());
    services.removeIf(part -> part.kind() != Part.Kind.SERVICE || part == Part.GATEWAY);
    stopTogether(List.of(Part.GATEWAY));
    stopTogether(services);
    stopTogether(List.of(Part.SANDBOX, Part.KAFKA, Part.MONGO));
    dismissGuard();
  }

  private void dismissGuard() {
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopTogether(List<Part> parts) {
    List<Thread> threads = new ArrayList<>();
    for (Part part : parts) {
      Supervisor supervisor;
      synchronized (this) {
        supervisor = supervisors.get(part);
      }
      if (supervisor != null) {
        threads.add(Thread.ofVirtual().start(() -> stop(supervisor)));
      }
    }
    for (Thread thread : threads) {
      joinQuietly(thread);
    }
  }

  private static void stop(Supervisor supervisor) {
    try {
      supervisor.stop(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
