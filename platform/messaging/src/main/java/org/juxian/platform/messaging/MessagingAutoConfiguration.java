package org.juxian.platform.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.BsonDocument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the messaging of a service together from its {@link Subscription} beans and its collections.
 */
@AutoConfiguration(after = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(TopicProperties.class)
class MessagingAutoConfiguration {

  private static final Duration RELAY_LEASE = Duration.ofSeconds(6);
  private static final Duration KEEPING_LEASE = Duration.ofMinutes(2);

  /** The collections that have an outbox. */
  private final CopyOnWriteArrayList<MongoCollection<BsonDocument>> outboxes =
      new CopyOnWriteArrayList<>();

  private final JsonMapper json = MessageJson.mapper();

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids(InstantSource clock) {
    return new Ids(clock);
  }

  @Bean
  @ConditionalOnMissingBean
  MongoDatabase database(
      MongoClient client,
      @Value("${juxian.database}") String name,
      @Value("${juxian.database-away.at-start:60s}") Duration patience,
      InstantSource clock) {
    return DatabaseAway.awaited(client.getDatabase(name), patience, clock);
  }

  /** After Boot's own, which read the address. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  MongoClientSettingsBuilderCustomizer databaseAway(
      @Value("${juxian.database-away.limit:4s}") Duration limit) {
    return settings -> DatabaseAway.limit(settings, limit);
  }

  @Bean
  Tracing messageTracing(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Tracing(tracer.getIfAvailable(), propagator.getIfAvailable());
  }

  @Bean
  OutboxRelay outboxRelay(
      MongoDatabase database,
      KafkaTemplate<String, byte[]> kafka,
      InstantSource clock,
      Ids ids,
      @Value("${spring.application.name}") String name) {
    return new OutboxRelay(
        outboxes,
        new MessageSender(kafka, name),
        new Lease(database, "outbox-relay", ids.next(), RELAY_LEASE, clock));
  }

  @Bean
  Aggregates aggregates(
      MongoDatabase database, OutboxRelay relay, Ids ids, InstantSource clock, Tracing tracing) {
    return new Aggregates(
        database, new OutboxWriter(ids, clock, json, tracing, relay::wake), outboxes);
  }

  @Bean
  OutboxMetrics outboxMetrics(MeterRegistry meters, InstantSource clock) {
    OutboxMetrics metrics = new OutboxMetrics(outboxes, clock);
    metrics.register(meters);
    return metrics;
  }

  /** For services that know something about people. */
  @Bean
  @ConditionalOnBean(PersonalData.class)
  Subscription personalDataRequests(
      Aggregates aggregates,
      PersonalData data,
      InstantSource clock,
      @Value("${juxian.service}") String service) {
    return new PersonalDataRequests(aggregates, data, clock, service).subscription();
  }

  /** For services that keep something for a time only. */
  @Bean(initMethod = "start")
  @ConditionalOnBean(KeepingPeriod.class)
  KeepingRounds keepingRounds(
      List<KeepingPeriod> periods, MongoDatabase database, InstantSource clock, Ids ids) {
    Lease lease = new Lease(database, "keeping-periods", ids.next(), KEEPING_LEASE, clock);
    return new KeepingRounds(periods, lease::held, clock);
  }

  @Bean
  Dispatcher dispatcher(List<Subscription> subscriptions, Tracing tracing) {
    return new Dispatcher(subscriptions, json, tracing);
  }

  @Bean
  DeadLetters deadLetters(
      ConsumerFactory<String, byte[]> consumers,
      Dispatcher dispatcher,
      MongoDatabase database,
      InstantSource clock,
      @Value("${spring.application.name}") String group) {
    return new DeadLetters(consumers, dispatcher, group, database, clock);
  }

  /**
   * The topics that a service needs: where it publishes, what it listens to, and its dead letters.
   */
  @Bean
  KafkaAdmin.NewTopics topics(
      Dispatcher dispatcher,
      TopicProperties properties,
      @Value("${juxian.topics:}") List<String> published,
      @Value("${spring.application.name}") String group) {
    Set<String> topics = new TreeSet<>(published);
    topics.addAll(dispatcher.topics());
    List<NewTopic> all = new ArrayList<>();
    topics.forEach(topic -> all.add(properties.topic(topic)));
    dispatcher.topics().forEach(topic -> all.add(properties.deadLetters(topic, group)));
    return new KafkaAdmin.NewTopics(all.toArray(NewTopic[]::new));
  }

  @Bean
  FailedMessages failedMessages(
      KafkaTemplate<String, byte[]> kafka,
      MeterRegistry meters,
      @Value("${spring.application.name}") String group,
      @Value("${juxian.kafka.first-pause:200ms}") Duration firstPause) {
    return new FailedMessages(kafka, group, meters, firstPause);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> messageListener(
      ConsumerFactory<String, byte[]> consumers,
      Dispatcher dispatcher,
      FailedMessages failed,
      @Value("${spring.application.name}") String group) {
    boolean nothingToHear = dispatcher.topics().isEmpty();
    ContainerProperties properties =
        nothingToHear
            ? new ContainerProperties("none")
            : new ContainerProperties(dispatcher.topics().toArray(String[]::new));
    properties.setGroupId(group);
    properties.setMessageListener(
        (MessageListener<String, byte[]>) message -> dispatcher.dispatch(message.topic(), message));
    ConcurrentMessageListenerContainer<String, byte[]> container =
        new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setAutoStartup(!nothingToHear);
    container.setCommonErrorHandler(failed.errorHandler());
    return container;
  }
}
