package org.juxian.gateway.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The OpenID Connect provider: identity-service, or any other. All of it is said here, so that the
 * gateway starts while the provider is away.
 *
 * @param issuer the {@code iss} of its id tokens
 * @param clientId how it knows the gateway
 * @param clientSecret shared with it
 * @param scopes {@code openid} among them
 * @param authorizationUri where a browser is sent
 * @param tokenUri where the gateway gets tokens
 * @param jwksUri the keys of its signatures
 * @param revocationUri where the gateway gives refresh tokens back (RFC 7009); none: it does not
 * @param sessionEndUri where the gateway ends the browser's session at the provider, with the
 *     browser's cookies; none where the provider has another host, whose cookies we do not see
 * @param answerLimit how long it may take to answer
 */
@ConfigurationProperties("juxian.gateway.provider")
record ProviderSettings(
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String authorizationUri,
    URI tokenUri,
    URI jwksUri,
    @Nullable URI revocationUri,
    @Nullable URI sessionEndUri,
    Duration answerLimit) {

  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}
