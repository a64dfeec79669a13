package org.juxian.identity.provider;

import java.security.Principal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.juxian.identity.persistence.KeptAuthorization;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * The two forms of an authorization: ours, and the one that Spring Authorization Server works with.
 * In the latter, tokens that we do not keep have a stand-in that has expired, because it expects
 * them to be there.
 */
final class AuthorizationForm {

  private static final String NOT_KEPT = "(not kept)";
  private static final Set<String> KEPT_PARAMETERS =
      Set.of(
          OidcParameterNames.NONCE,
          PkceParameterNames.CODE_CHALLENGE,
          PkceParameterNames.CODE_CHALLENGE_METHOD);

  private AuthorizationForm() {}

  /** Ours, of one whose code has just been made. */
  static KeptAuthorization keep(OAuth2Authorization authorization) {
    KeptAuthorization.Secret code =
        secret(
            Objects.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class))
                .getToken());
    return new KeptAuthorization(
        authorization.getId(),
        authorization.getRegisteredClientId(),
        authorization.getPrincipalName(),
        List.copyOf(authorization.getAuthorizedScopes()),
        request(authorization),
        code,
        null,
        null,
        code.expiresAt());
  }

  static KeptAuthorization.Secret secret(OAuth2Token token) {
    return KeptAuthorization.Secret.of(
        token.getTokenValue(),
        Objects.requireNonNull(token.getIssuedAt()),
        Objects.requireNonNull(token.getExpiresAt()));
  }

  /** Theirs, found by its code. */
  static OAuth2Authorization ofCode(KeptAuthorization kept, String value) {
    OAuth2AuthorizationCode code =
        new OAuth2AuthorizationCode(
            value.isEmpty() ? NOT_KEPT : value, kept.code().issuedAt(), kept.code().expiresAt());
    OAuth2Authorization.Builder authorization = base(kept).token(code);
    if (kept.codeUsedAt() == null) {
      return authorization.build();
    }
    authorization.accessToken(standIn(kept)).invalidate(code);
    KeptAuthorization.Secret refresh = kept.refresh();
    return refresh == null
        ? authorization.build()
        : authorization
            .refreshToken(new OAuth2RefreshToken(NOT_KEPT, refresh.issuedAt(), refresh.expiresAt()))
            .build();
  }

  /** Theirs, found by its refresh token. */
  static OAuth2Authorization ofRefreshToken(KeptAuthorization kept, String value) {
    KeptAuthorization.Secret refresh = Objects.requireNonNull(kept.refresh());
    OAuth2AccessToken access = standIn(kept);
    return base(kept)
        .accessToken(access)
        .token(
            new OidcIdToken(
                NOT_KEPT,
                access.getIssuedAt(),
                access.getExpiresAt(),
                Map.of("sub", kept.personId())))
        .refreshToken(new OAuth2RefreshToken(value, refresh.issuedAt(), refresh.expiresAt()))
        .build();
  }

  private static OAuth2Authorization.Builder base(KeptAuthorization kept) {
    return OAuth2Authorization.withRegisteredClient(
            RegisteredClient.withId(kept.clientId())
                .clientId(kept.clientId())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("urn:any")
                .build())
        .id(kept.id())
        .principalName(kept.personId())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(new HashSet<>(kept.scopes()))
        .attribute(Principal.class.getName(), new PersonSignedIn(kept.personId()))
        .attribute(OAuth2AuthorizationRequest.class.getName(), request(kept));
  }

  private static OAuth2AccessToken standIn(KeptAuthorization kept) {
    Instant then = kept.code().issuedAt();
    return new OAuth2AccessToken(
        OAuth2AccessToken.TokenType.BEARER, NOT_KEPT, then, then.plusSeconds(1));
  }

  private static Map<String, String> request(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request =
        Objects.requireNonNull(
            authorization.<OAuth2AuthorizationRequest>getAttribute(
                OAuth2AuthorizationRequest.class.getName()));
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put(OAuth2ParameterNames.REDIRECT_URI, Objects.requireNonNull(request.getRedirectUri()));
    request
        .getAdditionalParameters()
        .forEach(
            (name, value) -> {
              if (KEPT_PARAMETERS.contains(name) && value instanceof String text) {
                kept.put(name, text);
              }
            });
    return kept;
  }

  private static OAuth2AuthorizationRequest request(KeptAuthorization kept) {
    Map<String, Object> additional = new LinkedHashMap<>(kept.request());
    additional.remove(OAuth2ParameterNames.REDIRECT_URI);
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri("/oauth2/authorize")
        .clientId(kept.clientId())
        .redirectUri(kept.request().get(OAuth2ParameterNames.REDIRECT_URI))
        .scopes(new HashSet<>(kept.scopes()))
        .additionalParameters(additional)
        .build();
  }
}
