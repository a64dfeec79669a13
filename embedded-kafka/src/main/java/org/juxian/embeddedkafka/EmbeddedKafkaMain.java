package org.juxian.embeddedkafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;

/**
 * The broker as a process of its own: {@code EmbeddedKafkaMain <folder> <port> <controller port>
 * [host]}.
 *
 * <p>Prints one line when it is ready and ends in order at SIGTERM. Exit code 1 after a sentence
 * that says why it could not start, 2 after wrong arguments.
 */
public final class EmbeddedKafkaMain {

  private EmbeddedKafkaMain() {}

  /** Starts the broker and stays until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    EmbeddedKafka kafka = start(args);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(kafka::close));
    System.out.println("embedded-kafka ready at " + kafka.bootstrapServers());
    Thread.currentThread().join();
  }

  private static EmbeddedKafka start(String[] args) {
    long began = System.nanoTime();
    try {
      EmbeddedKafka kafka = EmbeddedKafka.open(options(args));
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.println(String.format(Locale.ROOT, "embedded-kafka started in %.1f s", seconds));
      return kafka;
    } catch (IOException | KafkaException e) {
      System.err.println("embedded-kafka cannot start: " + e.getMessage());
      throw exit(1);
    } catch (IllegalArgumentException e) {
      System.err.println(
          "embedded-kafka: " + e.getMessage() + " Usage: <folder> <port> <controller port> [host]");
      throw exit(2);
    }
  }

  static EmbeddedKafka.Options options(String[] args) {
    if (args.length < 3 || args.length > 4) {
      throw new IllegalArgumentException("Three or four arguments are needed.");
    }
    String host = args.length == 4 ? args[3] : "127.0.0.1";
    return new EmbeddedKafka.Options(Path.of(args[0]), host, port(args[1]), port(args[2]));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new IllegalArgumentException(text + " is no port.");
  }

  private static IllegalStateException exit(int code) {
    System.exit(code);
    return new IllegalStateException("unreachable");
  }
}
