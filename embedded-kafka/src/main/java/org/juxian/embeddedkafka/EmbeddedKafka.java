package org.juxian.embeddedkafka;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Apache Kafka broker and its controller (KRaft) in this JVM, with its records in a folder.
 *
 * <p>What it acknowledged survives {@link #close()} and the process being killed, since records are
 * in the operating system's cache by then; a power cut may take the last moments. It is for one
 * machine: everything has one replica.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private final Options options;
  private final int port;
  private final FolderLock lock;
  private final KafkaRaftServer server;

  private EmbeddedKafka(Options options, int port, FolderLock lock, KafkaRaftServer server) {
    this.options = options;
    this.port = port;
    this.lock = lock;
    this.server = server;
  }

  /**
   * Where the broker keeps its records and where it listens.
   *
   * @param folder made and formatted if it is not there
   * @param host a host name or address to listen on; clients reach the broker under it too
   * @param port 0 takes any free port
   * @param controllerPort for the broker's own talk with its controller; 0 takes any free port
   */
  public record Options(Path folder, String host, int port, int controllerPort) {

    /** Any free port of the loopback address. */
    public static Options in(Path folder) {
      return new Options(folder, "127.0.0.1", 0, 0);
    }

    /** The same with a fixed port. */
    public Options withPort(int newPort) {
      return new Options(folder, host, newPort, controllerPort);
    }

    /** The same with a fixed port for the controller. */
    public Options withControllerPort(int newPort) {
      return new Options(folder, host, port, newPort);
    }
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @throws BindException if one of the ports is taken
   * @throws FolderInUseException if another broker works in the folder
   * @throws IOException if the folder cannot be made or read
   */
  public static EmbeddedKafka open(Options options) throws IOException {
    int port = Ports.claim(options.host(), options.port());
    int controllerPort = Ports.claim(options.host(), options.controllerPort(), port);
    FolderLock lock = FolderLock.take(options.folder());
    try {
      BrokerProperties properties = new BrokerProperties(options, port, controllerPort);
      LogFolder.format(properties);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(properties.toProperties()), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(options, port, lock, server);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The {@code bootstrap.servers} of clients. */
  public String bootstrapServers() {
    return options.host() + ":" + port;
  }

  /** Stops the broker; what it holds stays in its folder. */
  @Override
  public void close() {
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.close();
    }
  }
}
