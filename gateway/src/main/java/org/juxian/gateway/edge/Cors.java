package org.juxian.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.juxian.gateway.PublicAddress;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Which other origins' pages may call us: none, unless configured; and those with a token only,
 * never with a session's cookie. Our own origin is among them for proxies that change the host.
 */
public final class Cors implements Customizer<CorsConfigurer<HttpSecurity>> {

  private final CorsConfiguration rules = new CorsConfiguration();

  Cors(List<String> origins, PublicAddress address) {
    rules.setAllowedOrigins(
        Stream.concat(
                Stream.of(address.origin()),
                origins.stream().map(String::strip).filter(origin -> !origin.isEmpty()))
            .distinct()
            .toList());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "X-XSRF-TOKEN"));
    rules.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "RateLimit"));
    rules.setAllowCredentials(false);
    rules.setMaxAge(Duration.ofHours(1));
  }

  @Override
  public void customize(CorsConfigurer<HttpSecurity> cors) {
    cors.configurationSource(request -> rules);
  }
}
