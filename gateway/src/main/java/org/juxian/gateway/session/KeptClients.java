package org.juxian.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Where Spring Security puts the tokens of a sign-in: into the browser's session. */
final class KeptClients implements OAuth2AuthorizedClientRepository {

  private final Sessions sessions;
  private final InstantSource clock;

  KeptClients(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    OAuth2RefreshToken refresh = client.getRefreshToken();
    Map<String, Object> claims =
        person.getPrincipal() instanceof OidcUser user ? user.getClaims() : Map.of();
    sessions.keep(
        TokenReader.session(
            client.getAccessToken(),
            refresh == null ? null : refresh.getTokenValue(),
            claims,
            clock.instant()),
        request,
        response);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
  public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
      String registration, Authentication person, HttpServletRequest request) {
    return null;
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    sessions.end(request, response);
  }
}
