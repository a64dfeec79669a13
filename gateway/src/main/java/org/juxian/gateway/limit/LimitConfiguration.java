package org.juxian.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import org.juxian.gateway.session.SessionAccess;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits together. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  RateLimits rateLimits(
      LimitSettings settings,
      SessionAccess sessions,
      ProblemWriter problems,
      MeterRegistry meters) {
    return new RateLimits(
        settings.enabled(),
        new RateLimitFilter(new Limits(settings), new Callers(sessions), problems, meters));
  }
}
