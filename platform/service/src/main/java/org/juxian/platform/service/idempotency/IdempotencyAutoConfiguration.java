package org.juxian.platform.service.idempotency;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Gives every service that keeps state the {@code Idempotency-Key}. A service whose controller
 * keeps the promise by itself, in a write that it makes anyway, names the path's pattern in {@code
 * juxian.idempotency.kept-elsewhere}.
 */
@AutoConfiguration(afterName = "org.juxian.platform.messaging.MessagingAutoConfiguration")
@ConditionalOnClass(Aggregates.class)
class IdempotencyAutoConfiguration {

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotency(
      MongoDatabase database,
      InstantSource clock,
      ProblemWriter problems,
      @Value("${juxian.idempotency.kept-elsewhere:}") List<String> keptElsewhere) {
    FilterRegistrationBean<IdempotencyFilter> filter =
        new FilterRegistrationBean<>(
            new IdempotencyFilter(
                new KeptAnswers(database, clock),
                problems,
                keptElsewhere.stream().map(PathPatternParser.defaultInstance::parse).toList()));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    return filter;
  }
}
