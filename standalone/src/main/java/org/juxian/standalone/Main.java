package org.juxian.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.juxian.standalone.demo.DemoAccount;
import org.juxian.standalone.demo.DemoFailedException;
import org.juxian.standalone.demo.DemoLoader;
import org.juxian.standalone.process.Memory;
import org.juxian.standalone.process.StartFailedException;

/**
 * {@code make run}: starts the platform, loads the demo at the first run, and stops everything with
 * Ctrl-C.
 */
public final class Main {

  private final PlatformOptions options;
  private final Texts texts;
  private final Console console;
  private volatile boolean stopping;

  private Main(PlatformOptions options, Texts texts) {
    this.options = options;
    this.texts = texts;
    this.console = new Console(texts, options);
  }

  /**
   * Takes no arguments; see {@link PlatformOptions#from} for the environment. Exit code 1 after a
   * sentence why.
   */
  public static void main(String[] args) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    Map<String, String> environment = System.getenv();
    Texts texts = Texts.from(environment);
    try {
      new Main(PlatformOptions.from(PlatformOptions.findHome(), environment), texts).run();
    } catch (BadSettingException e) {
      Console.OUT.println(texts.say("bad-setting", e.variable(), e.value()));
      System.exit(1);
    }
  }

  private void run() throws InterruptedException {
    try {
      start();
    } catch (PortsTakenException e) {
      console.portsTaken(e);
    } catch (StartFailedException e) {
      console.startFailed(e);
    } catch (MissingBuildException e) {
      console.say("missing-build", relative(e.missing()));
    } catch (IOException e) {
      console.say("failed", String.valueOf(e.getMessage()));
    }
    System.exit(1);
  }

  private void start()
      throws PortsTakenException,
          StartFailedException,
          MissingBuildException,
          IOException,
          InterruptedException {
    console.say("starting", options.dataFolder());
    Platform platform = Platform.prepare(options, console);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(platform)));
    startAll(platform);
    welcome(platform, loadDemo(platform));
    Thread.currentThread().join();
  }

  /**
   * The accounts of the demo; empty if there is to be none. What cannot be loaded spoils nothing
   * else.
   */
  private List<DemoAccount> loadDemo(Platform platform) throws IOException, InterruptedException {
    if (options.settings().getOrDefault("JUXIAN_DEMO", "on").equals("off")) {
      return List.of();
    }
    DemoLoader demo = new DemoLoader(platform, texts, line -> console.say("demo", line));
    try {
      demo.loadOnce();
    } catch (DemoFailedException | IOException | IllegalStateException e) {
      console.say("demo-failed", String.valueOf(e.getMessage()));
    }
    return demo.accounts();
  }

  private void startAll(Platform platform)
      throws MissingBuildException, StartFailedException, IOException, InterruptedException {
    try {
      platform.startAll();
    } catch (StartFailedException | IOException | IllegalStateException e) {
      if (stopping) {
        // Ctrl-C while it started: what fails now fails because of that.
        Thread.currentThread().join();
      }
      throw e;
    }
  }

  private void stop(Platform platform) {
    stopping = true;
    console.say("stopping");
    platform.close();
    console.say("stopped");
  }

  private void welcome(Platform platform, List<DemoAccount> accounts) throws IOException {
    Duration took = Duration.between(startInstant(), Instant.now());
    console.memory(platform.memory(), Memory.residentBytes(ProcessHandle.current().pid()));
    console.say("welcome", options.address(), platform.inbox(), Console.seconds(took));
    accounts.forEach(console::account);
    console.say("how-to-stop");
  }

  private static Instant startInstant() {
    return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  }

  private Path relative(Path path) {
    return path.startsWith(options.home()) ? options.home().relativize(path) : path;
  }
}
