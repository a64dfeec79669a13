package org.juxian.registration;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.TestServers;
import org.springframework.core.env.Environment;

/** The service in a process of its own, which can be killed and started again. */
final class ServiceProcess implements AutoCloseable {

  private final int port = freePort();
  private final Map<String, String> environment;
  private final List<String> command = new ArrayList<>();
  private Process process;

  /**
   * @param context of the running test: where tokens and keys are
   * @param name of its database and its consumer group
   */
  ServiceProcess(Environment context, String name) {
    environment =
        Map.of(
            "SERVER_PORT", Integer.toString(port),
            "MONGODB_URI", TestServers.mongoUri(),
            "KAFKA_BOOTSTRAP_SERVERS", TestServers.kafkaServers(),
            "JUXIAN_PUBLIC_URL", context.getRequiredProperty("juxian.issuer"),
            "JUXIAN_JWKS_URI", context.getRequiredProperty("juxian.jwks-uri"),
            "JUXIAN_KEYS_DIR", context.getRequiredProperty("JUXIAN_KEYS_DIR"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            classPath(),
            RegistrationServiceApplication.class.getName(),
            "--juxian.database=juxian_" + name,
            "--spring.application.name=" + name));
    start();
  }

  /** Starts it; it may take a while until it answers. */
  void start() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/service.log")))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As kill -9 does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  Api api() {
    return Api.at(port);
  }

  ServiceProcess ready() {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> api().get("/actuator/health/readiness").status() == 200);
    return this;
  }

  @Override
  public void close() {
    kill();
  }

  /** What the service has when it runs by itself: no test, no test server. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                !entry.contains("test-classes")
                    && !entry.contains("platform-testkit")
                    && !entry.contains("embedded-mongo"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
