package org.juxian.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.juxian.standalone.process.ChildSpec;
import org.juxian.standalone.process.Readiness;

/**
 * Says for each process of the platform what it runs, with which environment, and when it is ready.
 */
final class Processes {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final String SMPP_SYSTEM_ID = "juxian";
  private static final String SMPP_PASSWORD = "sandbox";

  private final PlatformOptions options;
  private final Applications applications;
  private final Keys keys;

  Processes(PlatformOptions options, Keys keys) {
    this.options = options;
    this.applications = new Applications(options.home());
    this.keys = keys;
  }

  /** What the process runs; made ready on disk if it is not. */
  Application application(Part part)
      throws MissingBuildException, IOException, InterruptedException {
    return switch (part) {
      case MONGO ->
          applications.server(
              part,
              false,
              "org.juxian.embeddedmongo.Main",
              List.of("--folder=" + data("mongo"), "--port=" + port(Port.MONGO)));
      case KAFKA ->
          applications.server(
              part,
              false,
              "org.juxian.embeddedkafka.EmbeddedKafkaMain",
              List.of(data("kafka"), port(Port.KAFKA), port(Port.KAFKA_CONTROLLER)));
      case SANDBOX ->
          applications.server(
              part,
              true,
              "org.juxian.standalone.sandbox.SandboxMain",
              List.of(data("sandbox"), port(Port.SMTP), port(Port.SMPP), port(Port.INBOX)));
      case IDENTITY, REGISTRATION, FAIR, COMPETITION, FORUM, NOTIFICATION, GATEWAY ->
          applications.service(part);
    };
  }

  /** The process, started with its cache if there is one. */
  ChildSpec spec(Application application) throws IOException {
    Part part = application.part();
    Optional<Path> cache =
        options.quickStart() == PlatformOptions.QuickStart.OFF
            ? Optional.empty()
            : Optional.of(application.cache());
    List<String> command = Jvm.command(part, options.heapMebibytes(part), cache);
    command.addAll(application.arguments());
    return new ChildSpec(
        part.label(), command, environment(part), log(part), readiness(part), START_LIMIT);
  }

  /** The same process for a run that makes its cache when it ends. */
  ChildSpec training(Application application, Path cache) throws IOException {
    Part part = application.part();
    List<String> command = Jvm.training(part, options.heapMebibytes(part), cache);
    command.addAll(application.arguments());
    return spec(application).withCommand(command);
  }

  private Readiness readiness(Part part) {
    return switch (part) {
      case MONGO -> Readiness.port(options.ports().of(Port.MONGO));
      case KAFKA -> Readiness.port(options.ports().of(Port.KAFKA));
      case SANDBOX -> Readiness.http(loopback(Port.INBOX, "/api/health"));
      case IDENTITY, REGISTRATION, FAIR, COMPETITION, FORUM, NOTIFICATION, GATEWAY ->
          Readiness.http(loopback(portOf(part), "/actuator/health/readiness"));
    };
  }

  static Port portOf(Part service) {
    return Port.valueOf(service.name());
  }

  URI loopback(Port port, String path) {
    return URI.create("http://127.0.0.1:" + options.ports().of(port) + path);
  }

  Path log(Part part) {
    return options.dataFolder().resolve("logs").resolve(part.label() + ".log");
  }

  private Map<String, String> environment(Part part) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("MALLOC_ARENA_MAX", "2");
    if (part.kind() == Part.Kind.SERVICE) {
      putCommon(environment, part);
    }
    switch (part) {
      case IDENTITY -> putIdentity(environment);
      case NOTIFICATION -> putNotification(environment);
      case GATEWAY -> putGateway(environment);
      case MONGO, KAFKA, SANDBOX, REGISTRATION, FAIR, COMPETITION, FORUM -> {}
    }
    environment.putAll(options.settings());
    return environment;
  }

  private void putCommon(Map<String, String> environment, Part part) {
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", port(portOf(part)));
    environment.put("MONGODB_URI", options.mongodbUri());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", options.kafkaServers());
    environment.put("JUXIAN_PUBLIC_URL", options.address());
    environment.put("JUXIAN_JWKS_URI", loopback(Port.IDENTITY, "/oauth2/jwks").toString());
    environment.put("JUXIAN_KEYS_DIR", keys.folder().toString());
  }

  private void putIdentity(Map<String, String> environment) throws IOException {
    environment.put("JUXIAN_ADMIN_ADDRESS", options.administrator());
    environment.put("JUXIAN_GATEWAY_CLIENT_SECRET", keys.secret("gateway-client-secret"));
  }

  private void putNotification(Map<String, String> environment) {
    environment.put("SMTP_HOST", "127.0.0.1");
    environment.put("SMTP_PORT", port(Port.SMTP));
    environment.put("MAIL_FROM", "聚贤 Juxian <no-reply@juxian.example>");
    environment.put("SMPP_HOST", "127.0.0.1");
    environment.put("SMPP_PORT", port(Port.SMPP));
    environment.put("SMPP_SYSTEM_ID", SMPP_SYSTEM_ID);
    environment.put("SMPP_PASSWORD", SMPP_PASSWORD);
    environment.put("SMS_SENDER", "10690001");
  }

  private void putGateway(Map<String, String> environment) throws IOException {
    environment.put("JUXIAN_GATEWAY_CLIENT_SECRET", keys.secret("gateway-client-secret"));
    environment.put("JUXIAN_WEB_DIR", options.home().resolve("web/dist").toString());
    for (Part service : Part.services()) {
      if (service != Part.GATEWAY) {
        environment.put(service.name() + "_URI", loopback(portOf(service), "").toString());
      }
    }
  }

  private String data(String folder) {
    return options.dataFolder().resolve(folder).toString();
  }

  private String port(Port port) {
    return String.valueOf(options.ports().of(port));
  }
}
