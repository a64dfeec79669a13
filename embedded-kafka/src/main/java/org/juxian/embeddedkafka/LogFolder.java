package org.juxian.embeddedkafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.MetadataVersion;

/** Formats the broker's folder before its first start, as {@code kafka-storage.sh format} does. */
final class LogFolder {

  private LogFolder() {}

  static void format(BrokerProperties properties) throws IOException {
    Path logs = properties.logFolder();
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logs);
    try {
      formatter(properties, logs.toString()).run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The folder " + logs + " could not be formatted for Kafka.", e);
    }
  }

  private static Formatter formatter(BrokerProperties properties, String logs) {
    String voter =
        BrokerProperties.NODE_ID + "@" + properties.controllerAddress() + ":" + Uuid.randomUuid();
    return new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerProperties.NODE_ID)
        .addDirectory(logs)
        .setMetadataLogDirectory(logs)
        .setControllerListenerName(BrokerProperties.CONTROLLER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setHasDynamicQuorum(true)
        .setIgnoreFormatted(true)
        .setInitialControllers(DynamicVoters.parse(voter));
  }
}
