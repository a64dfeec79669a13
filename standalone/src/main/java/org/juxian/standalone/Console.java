package org.juxian.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juxian.standalone.demo.DemoAccount;
import org.juxian.standalone.process.StartFailedException;

/** Tells the person at the terminal what happens, one calm line at a time. */
final class Console implements PlatformEvents {

  /** UTF-8 whatever the JVM thinks of the terminal's locale. */
  static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private final Texts texts;
  private final PlatformOptions options;

  Console(Texts texts, PlatformOptions options) {
    this.texts = texts;
    this.options = options;
  }

  /** One line, or several. */
  void say(String name, Object... blanks) {
    OUT.println(texts.say(name, blanks));
  }

  @Override
  public void preparing(Part part, int number, int of) {
    say("preparing", part.label(), number, of);
  }

  @Override
  public void ready(Part part, Duration took) {
    say("ready", padded(part.label()), seconds(took));
  }

  @Override
  public void died(Part part, @Nullable Integer exitCode, Duration restartIn) {
    Path log = options.dataFolder().resolve("logs").resolve(part.label() + ".log");
    String code = exitCode == null ? "-" : String.valueOf(exitCode);
    say("died", part.label(), code, seconds(restartIn), log);
  }

  void startFailed(StartFailedException failure) {
    Integer code = failure.exitCode();
    if (code == null) {
      say("not-ready", failure.process());
    } else {
      say("start-failed", failure.process(), String.valueOf(code));
    }
    failure.lastLines().forEach(line -> OUT.println("    | " + line));
    say("see-log", failure.log());
  }

  void portsTaken(PortsTakenException failure) {
    List<Port> taken = failure.taken();
    if (taken.size() == 1) {
      Port port = taken.getFirst();
      say("port-taken", number(port), port.part().label(), port.variable(), Ports.OFFSET_VARIABLE);
    } else {
      String numbers = taken.stream().map(this::number).collect(Collectors.joining(", "));
      say("ports-taken", numbers, Ports.OFFSET_VARIABLE);
    }
  }

  private String number(Port port) {
    return String.valueOf(options.ports().of(port));
  }

  void account(DemoAccount account) {
    say("account", padded(account.address()), account.role());
  }

  void memory(Map<Part, Long> memory, long launcher) {
    long sum = launcher + memory.values().stream().mapToLong(Long::longValue).sum();
    String each =
        memory.entrySet().stream()
            .map(entry -> entry.getKey().label() + " " + mebibytes(entry.getValue()))
            .collect(Collectors.joining(", "));
    say("memory", mebibytes(sum), each, mebibytes(launcher));
  }

  private static String mebibytes(long bytes) {
    return String.valueOf(bytes / (1024 * 1024));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  private static String padded(String label) {
    return String.format(Locale.ROOT, "%-22s", label);
  }
}
