package org.juxian.identity.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may have people sign in here: {@code juxian.identity.*}.
 *
 * @param gatewaySecret of the client {@code juxian-gateway}
 * @param clients further ones
 */
@ConfigurationProperties("juxian.identity")
record IdentityClients(@DefaultValue("") String gatewaySecret, @DefaultValue List<Client> clients) {

  /**
   * A further client.
   *
   * @param secret absent for a public client, which has to use PKCE and gets no refresh token
   * @param redirectUris to the letter
   */
  record Client(String id, @Nullable String secret, List<String> redirectUris) {}
}
