package org.juxian.identity.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.file.Path;
import org.juxian.identity.signingin.CodeHash;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Puts the provider together. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  @Bean
  SigningKeys signingKeys(
      @Value("${juxian.identity.signing-key}") String key,
      @Value("${juxian.identity.keys-dir}") String folder) {
    if (key.isBlank() && folder.isBlank()) {
      throw new IllegalStateException(
          "Neither JUXIAN_SIGNING_KEY nor JUXIAN_KEYS_DIR is set: tokens need a signing key.");
    }
    return new SigningKeys(KeyReader.read(key.isBlank() ? KeyFolder.read(Path.of(folder)) : key));
  }

  /** What {@code /oauth2/jwks} shows. */
  @Bean
  JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
    return new ImmutableJWKSet<>(keys.published());
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    return new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.signing()));
  }

  /** Checks our own tokens with our own keys, without asking ourselves over HTTP. */
  @Bean
  JwtDecoder jwtDecoder(
      JWKSource<SecurityContext> published, @Value("${juxian.issuer}") String issuer) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, published));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
    return decoder;
  }

  @Bean
  CodeHash codeHash(SigningKeys keys) {
    return new CodeHash(keys.derive("one-time codes"));
  }

  @Bean
  PasswordEncoder clientSecrets() {
    return new ClientSecrets();
  }

  @Bean
  RegisteredClientRepository registeredClients(
      IdentityClients clients, @Value("${juxian.issuer}") String publicUrl) {
    return RegisteredClients.of(clients, publicUrl);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(
      @Value("${juxian.issuer}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }
}
