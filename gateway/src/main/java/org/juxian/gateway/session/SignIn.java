package org.juxian.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** The sign-in of browsers: OpenID Connect with the provider, and a cookie at its end. */
public final class SignIn {

  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private static final String PAGE = "/sign-in";

  private final PendingSignIns pending;

  SignIn(PendingSignIns pending, ClientRegistrationRepository providers) {
    this.pending = pending;
  }

  /** Adds it to a filter chain that sees {@code /oauth2/authorization/**} and {@code /login/**}. */
  public void addTo(
      HttpSecurity http,
      RestClientAuthorizationCodeTokenResponseClient tokens,
      OAuth2AuthorizedClientRepository clients)
      throws Exception {
    http.oauth2Login(
        login ->
            login
                // The web app's own page: without it, Spring Security would make one.
                .loginPage(PAGE)
                .securityContextRepository(new NullSecurityContextRepository())
                .authorizedClientRepository(clients)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(pending))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .successHandler(
                    (request, response, person) ->
                        redirect(response, PendingSignIns.returnPath(request)))
                .failureHandler(SignIn::failed));
  }

  /** The page says it in the person's language; what exactly failed is for the operator. */
  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
    String code =
        failed instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : failed.getClass().getSimpleName();
    log.warn("A sign-in failed: {}", code);
    boolean away = "invalid_token_response".equals(code);
    redirect(response, PAGE + "?problem=" + (away ? "service-unavailable" : "sign-in-failed"));
  }

  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader(HttpHeaders.LOCATION, path);
  }
}
