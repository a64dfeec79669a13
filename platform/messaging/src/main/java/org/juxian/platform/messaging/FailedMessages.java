package org.juxian.platform.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What becomes of a message whose handler failed. Where the database cannot be reached it waits as
 * long as that lasts; anything else gets a few tries with growing pauses; what can never be read
 * goes aside at once. Nothing stops a partition for good, and nothing is dropped.
 */
final class FailedMessages {

  private static final Logger log = LoggerFactory.getLogger(FailedMessages.class);
  private static final long LONGEST_PAUSE = 5_000;
  private static final int TRIES = 6;

  private final KafkaTemplate<String, byte[]> kafka;
  private final String group;
  private final MeterRegistry meters;
  private final Duration firstPause;

  FailedMessages(
      KafkaTemplate<String, byte[]> kafka,
      String group,
      MeterRegistry meters,
      Duration firstPause) {
    this.kafka = kafka;
    this.group = group;
    this.meters = meters;
    this.firstPause = firstPause;
  }

  DefaultErrorHandler errorHandler() {
    DeadLetterPublishingRecoverer toDeadLetters =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, failure) -> new TopicPartition(DeadLetters.topic(message.topic(), group), 0));
    toDeadLetters.setFailIfSendResultIsError(true);
    toDeadLetters.setLogRecoveryRecord(false);
    toDeadLetters.excludeHeader(
        DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_STACKTRACE,
        DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_MSG);
    toDeadLetters.setHeadersFunction(
        (message, failure) ->
            new org.apache.kafka.common.header.internals.RecordHeaders()
                .add(
                    org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                    MessageHeaders.bytes(DeadLetters.reason(failure))));
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            (message, failure) -> setAside(toDeadLetters, message, failure), pauses(TRIES));
    handler.addNotRetryableExceptions(UnusableMessageException.class);
    handler.setBackOffFunction(
        (message, failure) -> databaseIsAway(failure) ? pauses(Long.MAX_VALUE) : null);
    handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
    return handler;
  }

  private void setAside(
      DeadLetterPublishingRecoverer toDeadLetters,
      ConsumerRecord<?, ?> message,
      Exception failure) {
    toDeadLetters.accept(message, failure);
    meters.counter("juxian.dead.letters", "topic", message.topic()).increment();
    log.error(
        "Set aside {}-{}@{}: {}",
        message.topic(),
        message.partition(),
        message.offset(),
        DeadLetters.reason(failure));
  }

  private static boolean databaseIsAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException && !(cause instanceof MongoWriteException)) {
        return true;
      }
    }
    return false;
  }

  private BackOff pauses(long tries) {
    ExponentialBackOff pauses = new ExponentialBackOff(firstPause.toMillis(), 2);
    pauses.setMaxInterval(LONGEST_PAUSE);
    pauses.setMaxAttempts(tries);
    return pauses;
  }
}
