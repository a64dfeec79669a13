package org.juxian.gateway.edge;

import org.juxian.gateway.PublicAddress;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the edge before everything else, traces and metrics included. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  @Bean
  FilterRegistrationBean<EdgeFilter> edge(
      EdgeSettings settings, PublicAddress address, ProblemWriter problems) {
    FilterRegistrationBean<EdgeFilter> filter =
        new FilterRegistrationBean<>(
            new EdgeFilter(
                new ClientAddress(Networks.of(settings.trustedProxies())),
                Networks.of(settings.metricsFrom()),
                address,
                problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  SecurityHeaders securityHeaders(PublicAddress address) {
    return new SecurityHeaders(address);
  }

  @Bean
  Cors cors(EdgeSettings settings, PublicAddress address) {
    return new Cors(settings.corsOrigins(), address);
  }
}
