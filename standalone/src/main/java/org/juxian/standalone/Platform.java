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

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final PlatformOptions options;
  private final Guard guard;
  private final Processes processes;
  private final PlatformEvents events;
  private final Fleet fleet = new Fleet();

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
    quickStarts.make(applications.values(), Part.Kind.SERVER);
    fleet.awaitReady(launch(applications.values(), Part.Kind.SERVER));
    createTopics();
    quickStarts.make(applications.values(), Part.Kind.SERVICE);
    fleet.awaitReady(launch(applications.values(), Part.Kind.SERVICE));
  }

  private List<Part> launch(Collection<Application> applications, Part.Kind kind)
      throws IOException {
    List<Part> launched = new ArrayList<>();
    for (Application application : applications) {
      Part part = application.part();
      if (part.kind() == kind) {
        ChildSpec spec = processes.spec(application);
        PartEvents told = new PartEvents(part, events);
        fleet.launch(part, new Supervisor(spec, guard, Backoff.DEFAULT, told));
        launched.add(part);
      }
    }
    return launched;
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
    return fleet.get(part).pid();
  }

  /**
   * SIGKILL, as a fault would; the process comes back by itself after a moment. Answers its old id.
   */
  public long kill(Part part) {
    return fleet.get(part).kill();
  }

  /** Ends the process in order and leaves it ended until {@link #resume}. */
  public void suspend(Part part) throws InterruptedException {
    fleet.get(part).stop(PATIENCE);
  }

  /** Starts a suspended process; see {@link #awaitReady}. */
  public void resume(Part part) {
    fleet.get(part).start();
  }

  /** Ends the process in order, starts it again and waits until it is ready. */
  public void restart(Part part) throws StartFailedException, InterruptedException {
    fleet.get(part).restart(PATIENCE);
    awaitReady(part);
  }

  /** Waits until a killed or resumed process takes work again. */
  public void awaitReady(Part part) throws StartFailedException, InterruptedException {
    fleet.awaitReady(part);
  }

  /** Bytes that each running process has in memory (resident set). */
  public Map<Part, Long> memory() throws IOException {
    Map<Part, Long> memory = new EnumMap<>(Part.class);
    for (Part part : fleet.parts()) {
      memory.put(part, Memory.residentBytes(pid(part)));
    }
    return memory;
  }

  /**
   * Ends everything: the gateway, the services together, then sandbox, broker and database
   * together.
   */
  @Override
  public void close() {
    if (!fleet.close()) {
      return;
    }
    List<Part> services = new ArrayList<>(Part.services());
    services.remove(Part.GATEWAY);
    fleet.stop(List.of(Part.GATEWAY), PATIENCE);
    fleet.stop(services, PATIENCE);
    fleet.stop(List.of(Part.SANDBOX, Part.KAFKA, Part.MONGO), PATIENCE);
    try {
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
