package org.juxian.gateway.session;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the gateway asks the OpenID Connect provider for, besides the sign-in itself. */
class Provider {

  private static final Logger log = LoggerFactory.getLogger(Provider.class);

  private final ClientRegistration registration;
  private final ProviderSettings settings;
  private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens;
  private final RestClient http;
  private final InstantSource clock;

  Provider(
      ClientRegistration registration,
      ProviderSettings settings,
      OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens,
      RestClient http,
      InstantSource clock) {
    this.registration = registration;
    this.settings = settings;
    this.tokens = tokens;
    this.http = http;
    this.clock = clock;
  }

  /** Another access token (RFC 6749, section 6). */
  Renewal refresh(Session session) {
    var wish =
        new OAuth2RefreshTokenGrantRequest(
            registration,
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                session.accessToken(),
                session.startedAt(),
                session.expiresAt()),
            new OAuth2RefreshToken(String.valueOf(session.refreshToken()), session.startedAt()));
    try {
      return new Renewal.Renewed(renewed(session, tokens.getTokenResponse(wish)));
    } catch (OAuth2AuthorizationException refused) {
      if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
        return new Renewal.Refused();
      }
      log.warn("The provider gives no token: {}", refused.getError().getErrorCode());
      return new Renewal.Away();
    } catch (RestClientException away) {
      log.warn("The provider does not answer: {}", away.getClass().getSimpleName());
      return new Renewal.Away();
    }
  }

  private Session renewed(Session session, OAuth2AccessTokenResponse answer) {
    OAuth2RefreshToken next = answer.getRefreshToken();
    return TokenReader.session(
        answer.getAccessToken(),
        next == null ? session.refreshToken() : next.getTokenValue(),
        TokenReader.known(session.person()),
        clock.instant(),
        session.startedAt());
  }

  /** Makes the refresh token worthless (RFC 7009). Says so if that failed. */
  void revoke(String refreshToken) {
    URI where = settings.revocationUri();
    if (where == null) {
      return;
    }
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("token", refreshToken);
    form.add("token_type_hint", "refresh_token");
    try {
      http.post()
          .uri(where)
          .headers(
              headers ->
                  headers.setBasicAuth(registration.getClientId(), registration.getClientSecret()))
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException away) {
      log.warn("A refresh token could not be revoked: {}", away.getClass().getSimpleName());
    }
  }

  /**
   * Ends the browser's session at the provider.
   *
   * @param cookies the browser's cookies for the provider
   * @return the cookies that the provider sets to that end; none if it did not answer
   */
  List<String> endSession(String cookies) {
    URI where = settings.sessionEndUri();
    if (where == null || cookies.isEmpty()) {
      return List.of();
    }
    try {
      HttpHeaders answered =
          http.post()
              .uri(where)
              .header(HttpHeaders.COOKIE, cookies)
              .retrieve()
              .onStatus(HttpStatusCode::isError, (request, response) -> {})
              .toBodilessEntity()
              .getHeaders();
      return answered.getOrDefault(HttpHeaders.SET_COOKIE, List.of());
    } catch (RestClientException away) {
      log.warn("A session at the provider goes on: {}", away.getClass().getSimpleName());
      return List.of();
    }
  }
}
