package org.juxian.identity.provider;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.persistence.AuthorizationStore;
import org.juxian.identity.persistence.KeptAuthorization;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Keeps authorizations for Spring Authorization Server, which reads one, makes another of it and
 * saves that. Such a save can mean four things; each becomes one guarded write, so that of several
 * replicas with the same code one exchanges it, and nothing that was revoked comes back.
 */
@Component
final class MongoAuthorizations implements OAuth2AuthorizationService {

  private final AuthorizationStore store;
  private final InstantSource clock;

  MongoAuthorizations(AuthorizationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (isRevoked(authorization)) {
      store.remove(authorization.getId());
    } else if (code == null) {
      // A refresh: the refresh token stays, and the new tokens are not kept.
      return;
    } else if (code.isInvalidated()) {
      redeem(authorization);
    } else {
      store.add(AuthorizationForm.keep(authorization));
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    store.remove(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return store.find(id).map(kept -> AuthorizationForm.ofCode(kept, "")).orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    Optional<OAuth2Authorization> byRefreshToken =
        tokenType == null || tokenType.equals(OAuth2TokenType.REFRESH_TOKEN)
            ? store
                .findByRefreshToken(token)
                .map(kept -> AuthorizationForm.ofRefreshToken(kept, token))
            : Optional.empty();
    return byRefreshToken
        .or(() -> isCode(tokenType) ? byCode(token) : Optional.empty())
        .orElse(null);
  }

  private Optional<OAuth2Authorization> byCode(String token) {
    return store.findByCode(token).map(kept -> AuthorizationForm.ofCode(kept, token));
  }

  private static boolean isCode(@Nullable OAuth2TokenType type) {
    return type == null || type.getValue().equals(OAuth2ParameterNames.CODE);
  }

  private void redeem(OAuth2Authorization authorization) {
    OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
    KeptAuthorization.Secret secret =
        refresh == null ? null : AuthorizationForm.secret(refresh.getToken());
    if (!store.redeem(authorization.getId(), clock.instant(), secret)) {
      // Somebody else has exchanged it meanwhile. Used twice, it may have been stolen (RFC 6749,
      // section 4.1.2): what it was exchanged for ends as well.
      store.remove(authorization.getId());
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  /** Its tokens are invalid, or its code is before any token was given for it. */
  private static boolean isRevoked(OAuth2Authorization authorization) {
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    var access = authorization.getAccessToken();
    var refresh = authorization.getRefreshToken();
    return (refresh != null && refresh.isInvalidated())
        || (access != null && access.isInvalidated())
        || (code != null && code.isInvalidated() && access == null);
  }
}
