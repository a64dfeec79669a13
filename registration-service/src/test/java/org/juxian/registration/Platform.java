package org.juxian.registration;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.juxian.embeddedkafka.EmbeddedKafkaMain;
import org.juxian.embeddedmongo.Main;
import org.juxian.platform.testkit.Api;
import org.springframework.core.env.Environment;

/** A database, a broker and two replicas of the service, each in a process of its own. */
final class Platform implements AutoCloseable {

  /** What can be killed. */
  enum Part {
    DATABASE,
    BROKER,
    FIRST_REPLICA,
    SECOND_REPLICA
  }

  private final int databasePort = ChildProcess.freePort();
  private final int brokerPort = ChildProcess.freePort();
  private final int controllerPort = ChildProcess.freePort();
  private final List<Integer> replicaPorts =
      List.of(ChildProcess.freePort(), ChildProcess.freePort());
  private final Map<Part, ChildProcess> processes;

  /** Starts all of it, with files of its own below {@code folder}. */
  Platform(Environment context, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    ChildProcess database =
        new ChildProcess(
            "crash-database",
            Map.of(),
            entry -> false,
            List.of(
                Main.class.getName(),
                "--folder=" + folder.resolve("database"),
                "--port=" + databasePort));
    ChildProcess broker =
        new ChildProcess(
            "crash-broker",
            Map.of(),
            entry -> false,
            List.of(
                EmbeddedKafkaMain.class.getName(),
                folder.resolve("broker").toString(),
                Integer.toString(brokerPort),
                Integer.toString(controllerPort)));
    awaitPort(databasePort);
    awaitPort(brokerPort);
    processes =
        Map.of(
            Part.DATABASE,
            database,
            Part.BROKER,
            broker,
            Part.FIRST_REPLICA,
            replica(context, 0),
            Part.SECOND_REPLICA,
            replica(context, 1));
    for (int i = 0; i < replicaPorts.size(); i++) {
      awaitReady(api(i));
    }
  }

  /** Kills a part as kill -9 does, and starts it again. */
  void killAndStart(Part part) {
    ChildProcess victim = processes.get(part);
    victim.kill();
    victim.start();
  }

  Api api(int replica) {
    return Api.at(replicaPorts.get(replica));
  }

  String broker() {
    return "127.0.0.1:" + brokerPort;
  }

  /** Returns when both replicas answer again. */
  void awaitAll() {
    awaitPort(databasePort);
    awaitPort(brokerPort);
    awaitReady(api(0));
    awaitReady(api(1));
  }

  @Override
  public void close() {
    processes.values().forEach(ChildProcess::close);
  }

  private ChildProcess replica(Environment context, int number) {
    return new ChildProcess(
        "crash-replica-" + number,
        Map.of(
            "SERVER_PORT", Integer.toString(replicaPorts.get(number)),
            "MONGODB_URI", "mongodb://127.0.0.1:" + databasePort,
            "KAFKA_BOOTSTRAP_SERVERS", broker(),
            "JUXIAN_PUBLIC_URL", context.getRequiredProperty("juxian.issuer"),
            "JUXIAN_JWKS_URI", context.getRequiredProperty("juxian.jwks-uri"),
            "JUXIAN_KEYS_DIR", context.getRequiredProperty("JUXIAN_KEYS_DIR")),
        entry ->
            entry.contains("test-classes")
                || entry.contains("testkit")
                || entry.contains("embedded-mongo"),
        List.of(
            RegistrationServiceApplication.class.getName(),
            "--juxian.registration.settle-for=1500ms",
            "--" + ServiceTest.SETTLE));
  }

  private static void awaitReady(Api api) {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> api.get("/actuator/health/readiness").status() == 200);
  }

  private static void awaitPort(int port) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return true;
              }
            });
  }
}
