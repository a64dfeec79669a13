package org.juxian.gateway.session;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.juxian.gateway.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The gateway as a client of the OpenID Connect provider. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  /** The client's name in our own paths. */
  static final String REGISTRATION = "juxian";

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 64;

  @Bean
  ClientRegistration provider(ProviderSettings settings, PublicAddress address) {
    if (settings.clientSecret().isBlank()) {
      throw new IllegalStateException(
          "JUXIAN_GATEWAY_CLIENT_SECRET is not set: the gateway and identity-service share it.");
    }
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(address.at("/login/oauth2/code/" + REGISTRATION))
        .scope(settings.scopes())
        .issuerUri(settings.issuer())
        .authorizationUri(settings.authorizationUri())
        .tokenUri(settings.tokenUri().toString())
        .jwkSetUri(settings.jwksUri().toString())
        .userNameAttributeName("sub")
        .build();
  }

  @Bean
  ClientRegistrationRepository clientRegistrations(ClientRegistration provider) {
    return new InMemoryClientRegistrationRepository(provider);
  }

  /** Its own few connections: a provider that is slow takes none from the services. */
  @Bean
  HttpComponentsClientHttpRequestFactory providerConnections(ProviderSettings settings) {
    CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout(CONNECT_LIMIT))
                            .setSocketTimeout(timeout(settings.answerLimit()))
                            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(timeout(CONNECT_LIMIT))
                    .setResponseTimeout(timeout(settings.answerLimit()))
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .build();
    return new HttpComponentsClientHttpRequestFactory(client);
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  @Bean
  RestClientAuthorizationCodeTokenResponseClient codeTokens(
      HttpComponentsClientHttpRequestFactory connections) {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(tokenEndpoint(connections));
    return client;
  }

  @Bean
  Provider providerCalls(
      ClientRegistration registration,
      ProviderSettings settings,
      HttpComponentsClientHttpRequestFactory connections,
      InstantSource clock) {
    var refreshing = new RestClientRefreshTokenTokenResponseClient();
    refreshing.setRestClient(tokenEndpoint(connections));
    RestClient plain = RestClient.builder().requestFactory(connections).build();
    return new Provider(registration, settings, refreshing, plain, clock);
  }

  private static RestClient tokenEndpoint(HttpComponentsClientHttpRequestFactory connections) {
    return RestClient.builder()
        .requestFactory(connections)
        .configureMessageConverters(
            converters ->
                converters
                    .disableDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** Checks id tokens, with keys that are fetched when the first one comes. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(
      ClientRegistration provider, HttpComponentsClientHttpRequestFactory connections) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(provider.getProviderDetails().getJwkSetUri())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(new RestTemplate(connections))
            .build();
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
    return registration -> decoder;
  }
}
