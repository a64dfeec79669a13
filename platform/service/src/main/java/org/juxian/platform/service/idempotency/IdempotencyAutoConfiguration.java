package org.juxian.platform.service.idempotency;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Gives every service that keeps state the {@code Idempotency-Key}. */
@AutoConfiguration(afterName = "org.juxian.platform.messaging.MessagingAutoConfiguration")
@ConditionalOnClass(Aggregates.class)
class IdempotencyAutoConfiguration {

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(
      MongoDatabase database, InstantSource clock, ProblemWriter problems) {
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(
            new IdempotencyFilter(new KeptAnswers(database, clock), problems));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    return filter;
  }
}
