package org.juxian.platform.messaging;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;

/**
 * How topics are made, by whichever service comes first.
 *
 * @param partitions of each topic; dead letters have one
 * @param retention how long a topic and its dead letters keep messages, where that is shorter than
 *     the broker's default; the owner and each reader name the same
 */
@ConfigurationProperties("juxian.kafka")
record TopicProperties(
    @DefaultValue("3") int partitions, @DefaultValue Map<String, Duration> retention) {

  NewTopic topic(String name) {
    return kept(TopicBuilder.name(name).partitions(partitions), name);
  }

  NewTopic deadLetters(String source, String group) {
    return kept(TopicBuilder.name(DeadLetters.topic(source, group)).partitions(1), source);
  }

  private NewTopic kept(TopicBuilder topic, String source) {
    Duration time = retention.get(source);
    if (time != null) {
      topic
          .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()))
          .config(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(time.toMillis() / 3));
    }
    return topic.build();
  }
}
