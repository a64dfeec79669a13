package org.juxian.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics that services talk through. They exist before the services start; none is made by
 * accident.
 */
final class Topics {

  /** Codes are worth nothing after some minutes, and are kept no longer than that. */
  private static final String CODES = "juxian.identity-codes";

  private static final List<String> EVENTS =
      List.of(
          "juxian.identity",
          "juxian.registration",
          "juxian.fair",
          "juxian.competition",
          "juxian.forum",
          "juxian.notification");

  private static final int PARTITIONS = 3;

  private Topics() {}

  static List<NewTopic> wanted() {
    List<NewTopic> topics = new ArrayList<>();
    for (String name : EVENTS) {
      topics.add(new NewTopic(name, PARTITIONS, (short) -1));
    }
    Map<String, String> forgetful =
        Map.of("retention.ms", millis(15), "segment.ms", millis(5), "cleanup.policy", "delete");
    topics.add(new NewTopic(CODES, PARTITIONS, (short) -1).configs(forgetful));
    return topics;
  }

  /** Makes those that are missing. Waits for the broker to take requests. */
  static void create(String bootstrapServers, Duration limit)
      throws ExecutionException, InterruptedException {
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
            50L,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            200L,
            AdminClientConfig.RETRIES_CONFIG,
            Integer.MAX_VALUE,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) limit.toMillis());
    try (Admin admin = Admin.create(config)) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          wanted().stream().filter(topic -> !existing.contains(topic.name())).toList();
      if (!missing.isEmpty()) {
        admin.createTopics(missing).all().get();
      }
    }
  }

  private static String millis(int minutes) {
    return String.valueOf(Duration.ofMinutes(minutes).toMillis());
  }
}
