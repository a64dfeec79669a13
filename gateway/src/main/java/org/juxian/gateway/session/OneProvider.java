package org.juxian.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins a sign-in with the one provider that there is; any other name is not found. */
final class OneProvider implements OAuth2AuthorizationRequestResolver {

  private static final String BEGIN = "/oauth2/authorization/" + ProviderConfiguration.REGISTRATION;

  private final OAuth2AuthorizationRequestResolver usual;

  OneProvider(ClientRegistrationRepository providers) {
    this.usual = new DefaultOAuth2AuthorizationRequestResolver(providers);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return request.getServletPath().equals(BEGIN) ? usual.resolve(request) : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String name) {
    return usual.resolve(request, name);
  }
}
