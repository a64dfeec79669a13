package org.juxian.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedkafka.EmbeddedKafka;
import org.juxian.embeddedmongo.EmbeddedMongo;
import org.juxian.embeddedmongo.Options;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The servers that a service needs, started once in a test's JVM, the first time that a context is
 * made. Being on the test classpath is all that it takes. Real servers are used instead where
 * {@code TEST_MONGODB_URI} or {@code TEST_KAFKA_BOOTSTRAP_SERVERS} name them.
 */
public final class TestServers implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addFirst(
            new Properties(
                Map.of(
                    "MONGODB_URI", mongoUri(),
                    "KAFKA_BOOTSTRAP_SERVERS", kafkaServers(),
                    "JUXIAN_KEYS_DIR", Keys.FOLDER.toString(),
                    "juxian.jwks-uri", TestTokens.jwksUri(),
                    "juxian.issuer", TestTokens.ISSUER)));
  }

  /** With the keys that sign, which are made when first asked for. */
  private static final class Properties extends MapPropertySource {

    Properties(Map<String, Object> given) {
      super("test-servers", given);
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals("JUXIAN_SIGNING_KEY") ? TestTokens.signingKeys() : super.getProperty(name);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  /** Where MongoDB is. */
  public static String mongoUri() {
    return Mongo.URI;
  }

  /** Where Kafka is. */
  public static String kafkaServers() {
    return Kafka.SERVERS;
  }

  private static Path folder(String name) {
    try {
      Path folder = Files.createTempDirectory("juxian-test-" + name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.delete(folder)));
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Keys {
    static final Path FOLDER = folder("keys");
  }

  private static final class Mongo {
    static final String URI = start();

    private static String start() {
      String real = System.getenv("TEST_MONGODB_URI");
      return real != null ? real : EmbeddedMongo.open(Options.inMemory()).connectionString();
    }
  }

  private static final class Kafka {
    static final String SERVERS = start();

    private static String start() {
      String real = System.getenv("TEST_KAFKA_BOOTSTRAP_SERVERS");
      if (real != null) {
        return real;
      }
      try {
        Path folder = Files.createTempDirectory("juxian-test-kafka");
        EmbeddedKafka kafka = EmbeddedKafka.open(EmbeddedKafka.Options.in(folder));
        SpringApplication.getShutdownHandlers().add(() -> stop(kafka, folder));
        return kafka.bootstrapServers();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /** After the contexts are closed; a broker whose folder vanishes halts the test's process. */
    private static void stop(EmbeddedKafka kafka, Path folder) {
      kafka.close();
      TestFolders.delete(folder);
    }
  }
}
