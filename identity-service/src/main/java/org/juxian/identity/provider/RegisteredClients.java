package org.juxian.identity.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Registers the gateway and the further clients. A refresh token is used again and again: only
 * clients that keep it on a server and have a secret get one, and two of their replicas may refresh
 * at once.
 */
final class RegisteredClients {

  static final String GATEWAY = "juxian-gateway";

  /** So long at most does a revoked role still show. */
  static final Duration ACCESS_TOKEN_LASTS = Duration.ofMinutes(5);

  private static final Duration REFRESH_TOKEN_LASTS = Duration.ofDays(30);
  private static final Duration CODE_LASTS = Duration.ofMinutes(1);

  private RegisteredClients() {}

  static RegisteredClientRepository of(IdentityClients clients, String publicUrl) {
    if (clients.gatewaySecret().isBlank()) {
      throw new IllegalStateException(
          "JUXIAN_GATEWAY_CLIENT_SECRET is not set: the gateway and identity-service share it.");
    }
    List<RegisteredClient> all = new ArrayList<>();
    all.add(
        client(GATEWAY, clients.gatewaySecret(), List.of(publicUrl + "/login/oauth2/code/juxian")));
    clients.clients().forEach(one -> all.add(client(one.id(), one.secret(), one.redirectUris())));
    return new InMemoryRegisteredClientRepository(all);
  }

  private static RegisteredClient client(
      String id, @Nullable String secret, List<String> redirectUris) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUris(uris -> uris.addAll(redirectUris))
            .scope(OidcScopes.OPENID)
            .scope(OidcScopes.PROFILE)
            .clientSettings(
                ClientSettings.builder()
                    .requireAuthorizationConsent(false)
                    .requireProofKey(secret == null)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .authorizationCodeTimeToLive(CODE_LASTS)
                    .accessTokenTimeToLive(ACCESS_TOKEN_LASTS)
                    .refreshTokenTimeToLive(REFRESH_TOKEN_LASTS)
                    .reuseRefreshTokens(true)
                    .build());
    if (secret == null) {
      return client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
    }
    return client
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .build();
  }
}
