package org.juxian.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(1));

  @TempDir private Path folder = Path.of("");
  private @Nullable Guard guard;
  private @Nullable Supervisor supervisor;
  private final AtomicInteger deaths = new AtomicInteger();

  @BeforeEach
  void postGuard() throws IOException {
    guard = Guard.post();
  }

  @AfterEach
  void endAll() throws Exception {
    if (supervisor != null) {
      supervisor.stop(Duration.ofSeconds(2));
    }
    if (guard != null) {
      guard.close();
    }
  }

  @Test
  void aProcessIsReadyWhenItsReadinessSaysSo() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    assertThat(process.awaitReady(LIMIT)).isLessThan(LIMIT);
    assertThat(ProcessHandle.of(process.pid())).isPresent();
  }

  @Test
  void aProcessThatDiesAtItsFirstStartIsReportedWithItsLastWords() throws Exception {
    Supervisor process = supervise("echo no such database; exit 3");
    process.start();
    assertThatThrownBy(() -> process.awaitReady(LIMIT))
        .isInstanceOfSatisfying(
            StartFailedException.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(3);
              assertThat(failure.lastLines()).containsExactly("no such database");
              assertThat(failure.log()).exists();
            });
    assertThat(deaths).hasValue(0);
  }

  @Test
  void aKilledProcessComesBack() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    process.awaitReady(LIMIT);
    long first = process.kill();
    process.awaitReady(LIMIT);
    assertThat(process.pid()).isNotEqualTo(first).isPositive();
    assertThat(deaths).hasValue(1);
  }

  @Test
  void aRestartIsNoDeath() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    process.awaitReady(LIMIT);
    long first = process.pid();
    process.restart(Duration.ofSeconds(2));
    process.awaitReady(LIMIT);
    assertThat(process.pid()).isNotEqualTo(first).isPositive();
    assertThat(deaths).hasValue(0);
  }

  @Test
  void aStoppedProcessStaysAwayUntilItIsStartedAgain() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    process.awaitReady(LIMIT);
    process.stop(Duration.ofSeconds(2));
    assertThat(process.pid()).isEqualTo(-1);
    process.start();
    process.awaitReady(LIMIT);
    assertThat(process.pid()).isPositive();
    assertThat(deaths).hasValue(0);
  }

  @Test
  void aProcessThatDoesNotListenIsKilled() throws Exception {
    Supervisor process = supervise("trap '' TERM; touch ready; while :; do sleep 0.1; done");
    process.start();
    process.awaitReady(LIMIT);
    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
    process.stop(Duration.ofMillis(200));
    assertThat(handle.isAlive()).isFalse();
  }

  @Test
  void childrenDoNotHearTheTerminalsInterrupt() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    process.awaitReady(LIMIT);
    String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
    long ignored =
        status
            .lines()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElseThrow();
    int interrupt = 2;
    assertThat(ignored & (1L << (interrupt - 1))).isNotZero();
  }

  @Test
  void childrenEndWhenTheGuardIsLeftAlone() throws Exception {
    Supervisor process = supervise("touch ready; exec sleep 60");
    process.start();
    process.awaitReady(LIMIT);
    ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
    guardOf().close();
    await().atMost(LIMIT).until(() -> !handle.isAlive());
  }

  private Supervisor supervise(String script) {
    Path ready = folder.resolve("ready");
    ChildSpec spec =
        new ChildSpec(
            "child",
            List.of("/bin/sh", "-c", "cd \"$FOLDER\"; rm -f ready; " + script),
            Map.of("FOLDER", folder.toString()),
            folder.resolve("child.log"),
            () -> Files.exists(ready),
            LIMIT);
    supervisor = new Supervisor(spec, guardOf(), QUICK, new CountDeaths());
    return supervisor;
  }

  private Guard guardOf() {
    Guard posted = guard;
    if (posted == null) {
      throw new IllegalStateException();
    }
    return posted;
  }

  private final class CountDeaths implements ChildEvents {
    @Override
    public void ready(ChildSpec spec, Duration took) {}

    @Override
    public void died(ChildSpec spec, @Nullable Integer exitCode, Duration restartIn) {
      deaths.incrementAndGet();
    }
  }
}
