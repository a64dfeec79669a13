package org.juxian.embeddedkafka;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's configuration: one node that is broker and controller, few threads and small
 * buffers.
 *
 * <p>Names and meanings: <a href="https://kafka.apache.org/documentation/#brokerconfigs">Kafka
 * broker configs</a>.
 */
record BrokerProperties(EmbeddedKafka.Options options, int port, int controllerPort) {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "CLIENTS";
  private static final int KIBIBYTE = 1024;
  private static final int MEBIBYTE = 1024 * KIBIBYTE;

  Path logFolder() {
    return options.folder().toAbsolutePath().resolve("log");
  }

  String controllerAddress() {
    return options.host() + ":" + controllerPort;
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", String.valueOf(NODE_ID));
    properties.setProperty("log.dirs", logFolder().toString());
    putListeners(properties);
    putSingleReplica(properties);
    putSmallness(properties);
    putQuickness(properties);
    return properties;
  }

  private void putListeners(Properties properties) {
    String clients = CLIENTS + "://" + options.host() + ":" + port;
    properties.setProperty("listeners", clients + "," + CONTROLLER + "://" + controllerAddress());
    properties.setProperty("advertised.listeners", clients);
    properties.setProperty("inter.broker.listener.name", CLIENTS);
    properties.setProperty("controller.listener.names", CONTROLLER);
    properties.setProperty("controller.quorum.bootstrap.servers", controllerAddress());
    properties.setProperty(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    // A topic is made on purpose, with its partitions and retention, or not at all.
    properties.setProperty("auto.create.topics.enable", "false");
  }

  private static void putSingleReplica(Properties properties) {
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("min.insync.replicas", "1");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void putSmallness(Properties properties) {
    properties.setProperty("num.network.threads", "1");
    properties.setProperty("num.io.threads", "2");
    properties.setProperty("num.replica.fetchers", "1");
    properties.setProperty("num.recovery.threads.per.data.dir", "1");
    properties.setProperty("background.threads", "2");
    properties.setProperty("group.coordinator.threads", "1");
    properties.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(4 * MEBIBYTE));
    properties.setProperty("log.cleaner.io.buffer.size", String.valueOf(64 * KIBIBYTE));
    properties.setProperty("log.segment.bytes", String.valueOf(64 * MEBIBYTE));
    properties.setProperty("offsets.topic.segment.bytes", String.valueOf(16 * MEBIBYTE));
  }

  /** A restart after a kill waits for the old session to end, so sessions are short. */
  private static void putQuickness(Properties properties) {
    properties.setProperty("broker.session.timeout.ms", "3000");
    properties.setProperty("broker.heartbeat.interval.ms", "1000");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
  }
}
