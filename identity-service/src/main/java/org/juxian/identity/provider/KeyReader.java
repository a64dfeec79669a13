package org.juxian.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads private RSA keys of at least 2048 bits: a JWK, a JWK set (RFC 7517), or PEM blocks {@code
 * PRIVATE KEY} (PKCS #8), one after another. A key's id is its own, else its thumbprint (RFC 7638),
 * so that it stays the same.
 */
final class KeyReader {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final int SHORTEST = 2048;

  private KeyReader() {}

  /**
   * @throws IllegalArgumentException where it is no such thing; the message does not tell the text
   */
  static List<RSAKey> read(String text) {
    List<RSAKey> keys = new ArrayList<>();
    try {
      for (JWK key : text.strip().startsWith("{") ? json(text) : pem(text)) {
        keys.add(checked(key));
      }
    } catch (ParseException | GeneralSecurityException | JOSEException unreadable) {
      throw new IllegalArgumentException("The signing key cannot be read as JWK or PEM.");
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "The signing key is neither a JWK nor PEM with a PRIVATE KEY (PKCS #8).");
    }
    return keys;
  }

  private static List<JWK> json(String text) throws ParseException {
    return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
  }

  private static List<JWK> pem(String text) throws GeneralSecurityException {
    List<JWK> keys = new ArrayList<>();
    Matcher blocks = PEM.matcher(text);
    KeyFactory factory = KeyFactory.getInstance("RSA");
    while (blocks.find()) {
      byte[] content = Base64.getMimeDecoder().decode(blocks.group(1));
      if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(content))
          instanceof RSAPrivateCrtKey secret)) {
        throw new GeneralSecurityException("no RSA key");
      }
      RSAPublicKey open =
          (RSAPublicKey)
              factory.generatePublic(
                  new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
      keys.add(new RSAKey.Builder(open).privateKey(secret).build());
    }
    return keys;
  }

  private static RSAKey checked(JWK key) throws JOSEException {
    if (!(key instanceof RSAKey rsa) || !rsa.isPrivate() || rsa.size() < SHORTEST) {
      throw new IllegalArgumentException(
          "The signing key has to be a private RSA key of at least 2048 bits.");
    }
    String id = rsa.getKeyID() == null ? rsa.computeThumbprint().toString() : rsa.getKeyID();
    return new RSAKey.Builder(rsa)
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .build();
  }
}
