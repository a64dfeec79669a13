package org.juxian.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The endpoints of the OpenID Connect provider: these, and no others that Spring Authorization
 * Server has. No servlet session is ever made; a browser is known by its {@link SessionCookie}.
 */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

  private static final String AUTHORIZE = "/oauth2/authorize";
  private static final String[] ENDPOINTS = {
    AUTHORIZE,
    "/oauth2/token",
    "/oauth2/jwks",
    "/oauth2/revoke",
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server"
  };

  /** What the metadata would tell of endpoints that we do not have. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "userinfo_endpoint",
          "end_session_endpoint",
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "device_authorization_endpoint",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported");

  @Bean
  @Order(1)
  SecurityFilterChain provider(
      HttpSecurity http,
      SessionFilter sessions,
      ProblemWriter problems,
      @Value("${juxian.issuer}") String publicUrl) {
    return http.securityMatcher(ENDPOINTS)
        .sessionManagement(
            management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .oauth2AuthorizationServer(ProviderSecurity::endpoints)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(ProviderSecurity::mayOnlyFail)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new ErrorsAsProblems(problems), SecurityContextHolderFilter.class)
        .addFilterAfter(sessions, SecurityContextHolderFilter.class)
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    new ToSignInPage(publicUrl),
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, AUTHORIZE)))
        .build();
  }

  /**
   * With {@code prompt=none} no page may be shown: the client itself is told that nobody is signed
   * in.
   */
  private static boolean mayOnlyFail(HttpServletRequest request) {
    return request.getRequestURI().equals(AUTHORIZE)
        && "none".equals(request.getParameter("prompt"));
  }

  private static void endpoints(OAuth2AuthorizationServerConfigurer server) {
    server
        .oidc(
            oidc ->
                oidc.providerConfigurationEndpoint(
                    endpoint -> endpoint.providerConfigurationCustomizer(ProviderSecurity::trim)))
        .authorizationServerMetadataEndpoint(
            endpoint ->
                endpoint.authorizationServerMetadataCustomizer(
                    metadata -> metadata.claims(claims -> claims.keySet().removeAll(NOT_OURS))))
        .addObjectPostProcessor(new NoServletSession());
  }

  private static void trim(OidcProviderConfiguration.Builder metadata) {
    metadata.claims(claims -> claims.keySet().removeAll(NOT_OURS));
  }

  /**
   * With OpenID Connect, the authorization endpoint would make a servlet session to know it again
   * at logout; we have our own.
   */
  private static final class NoServletSession
      implements ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> {

    @Override
    public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
      filter.setSessionAuthenticationStrategy((authentication, request, response) -> {});
      return filter;
    }
  }
}
