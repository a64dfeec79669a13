package org.juxian.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs access tokens with a key that identity-service is given as its own, so that a crowd needs
 * no codes. The services fetch and check them like any other token.
 */
public final class TokenMint {

  private static final Duration VALID = Duration.ofHours(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final String issuer;

  private TokenMint(KeyPair keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** A new key; tokens say that they come from this issuer. */
  public static TokenMint issuing(String issuer) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new TokenMint(generator.generateKeyPair(), issuer);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The private key as identity-service reads it: PKCS #8 in PEM. */
  public String signingKey() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** A token of this person (RFC 7519), signed with RS256. */
  public String token(String personId, String name, List<String> grants) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims =
        Map.of(
            "iss", issuer,
            "sub", personId,
            "name", name,
            "lang", "zh",
            "grants", grants,
            "iat", now,
            "exp", now + VALID.toSeconds());
    String said = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(keys.getPrivate());
      signer.update(said.getBytes(StandardCharsets.US_ASCII));
      return said + "." + BASE64.encodeToString(signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String part(Map<String, Object> content) {
    return BASE64.encodeToString(JSON.writeValueAsBytes(content));
  }
}
