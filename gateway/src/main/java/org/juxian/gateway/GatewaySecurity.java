package org.juxian.gateway;

import org.juxian.gateway.edge.Cors;
import org.juxian.gateway.edge.SecurityHeaders;
import org.juxian.gateway.limit.RateLimits;
import org.juxian.gateway.session.Relay;
import org.juxian.gateway.session.SessionAccess;
import org.juxian.gateway.session.SignIn;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What stands before everything. There is no access rule here: each service has its own, and the
 * gateway only says on whose behalf a request comes.
 */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

  private static final String[] SESSION_PATHS = {
    "/api/**", "/oauth2/**", "/login/**", "/.well-known/**"
  };

  /** Who calls these shows a code or a secret in the request itself; no cookie does anything. */
  private static final String[] WITHOUT_COOKIES = {
    "/api/identity/codes", "/api/identity/tokens", "/oauth2/token", "/oauth2/revoke"
  };

  private final SecurityHeaders headers;
  private final Cors cors;
  private final RateLimits limits;

  GatewaySecurity(SecurityHeaders headers, Cors cors, RateLimits limits) {
    this.headers = headers;
    this.cors = cors;
    this.limits = limits;
  }

  /** Programs with a token of their own: no cookie counts, so nothing can be forged with one. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    plain(
            http.securityMatcher(
                request -> isForServices(request.getServletPath()) && Relay.isBearer(request)))
        .csrf(AbstractHttpConfigurer::disable);
    limits.addTo(http);
    return http.build();
  }

  private static boolean isForServices(String path) {
    return path.startsWith("/api/");
  }

  /** Browsers, with or without a session. */
  @Bean
  @Order(2)
  SecurityFilterChain browsers(
      HttpSecurity http,
      SignIn signIn,
      SessionAccess sessions,
      RestClientAuthorizationCodeTokenResponseClient tokens,
      OAuth2AuthorizedClientRepository clients,
      ProblemWriter problems)
      throws Exception {
    plain(http.securityMatcher(SESSION_PATHS))
        .csrf(
            csrf ->
                csrf.spa()
                    .csrfTokenRepository(csrfCookie())
                    .ignoringRequestMatchers(WITHOUT_COOKIES))
        .exceptionHandling(
            handling ->
                handling.accessDeniedHandler(
                    (request, response, denied) ->
                        problems.write(
                            request,
                            response,
                            403,
                            denied instanceof CsrfException ? "csrf" : "not-allowed")))
        .addFilterAfter(sessions.relay(), AnonymousAuthenticationFilter.class);
    limits.addTo(http);
    signIn.addTo(http, tokens, clients);
    return http.build();
  }

  /** The web app's files and what insiders watch. */
  @Bean
  @Order(3)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return plain(http).csrf(AbstractHttpConfigurer::disable).build();
  }

  private HttpSecurity plain(HttpSecurity http) throws Exception {
    return http.headers(headers)
        .cors(cors)
        .sessionManagement(
            management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return repository;
  }
}
