package org.juxian.platform.service.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Duration;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Makes a service a resource server: a signed token or nobody, and no endpoint that does not say
 * who may call it.
 */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
public class SecurityAutoConfiguration {

  /** The order of the chain that guards everything; a service may put others before it. */
  public static final int LAST = 1000;

  private static final Duration KEYS_STAY_FRESH = Duration.ofMinutes(5);
  private static final Duration KEYS_OUTLIVE_AN_OUTAGE = Duration.ofHours(12);
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int MOST_BYTES = 64 * 1024;

  @Bean
  @Order(LAST)
  SecurityFilterChain services(HttpSecurity http, ProblemWriter problems) throws Exception {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (request, response, refused) ->
                            problems.write(request, response, 401, "token-invalid")))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, refused) ->
                            problems.write(request, response, 404, "not-found"))
                    .accessDeniedHandler(
                        (request, response, refused) ->
                            problems.write(request, response, 404, "not-found")))
        .build();
  }

  /**
   * Verifies RS256 signatures with the provider's published keys, also for some hours while the
   * provider is away.
   */
  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(
      @Value("${juxian.jwks-uri}") URI keys, @Value("${juxian.issuer}") String issuer)
      throws java.net.MalformedURLException {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    var source =
        JWKSourceBuilder.<SecurityContext>create(keys.toURL(), retriever)
            .cache(KEYS_STAY_FRESH.toMillis(), TIMEOUT_MILLIS * 2L)
            .retrying(true)
            .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE.toMillis())
            .build();
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
    return decoder;
  }
}
