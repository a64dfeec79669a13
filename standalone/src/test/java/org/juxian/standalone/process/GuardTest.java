package org.juxian.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

  /** A launcher that starts one child and then does nothing. */
  static final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws Exception {
      Guard guard = Guard.post();
      ChildSpec spec =
          new ChildSpec(
              "child",
              List.of("sleep", "60"),
              Map.of(),
              Path.of(args[0]).resolve("child.log"),
              () -> true,
              Duration.ofSeconds(10));
      System.out.println(Child.start(spec, guard).pid());
      Thread.currentThread().join();
    }
  }

  @Test
  void aKilledLauncherLeavesNobodyBehind(@TempDir Path folder) throws Exception {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      launcher.destroyForcibly().waitFor();
      await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    } finally {
      launcher.destroyForcibly();
    }
  }
}
