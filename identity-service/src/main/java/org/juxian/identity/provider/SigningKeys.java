package org.juxian.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this provider. The first signs; all of them are published and accepted, so that keys
 * can be changed without a token failing: publish the new key as second, after some minutes make it
 * the first, and leave the old one out once the tokens that it signed have expired.
 */
final class SigningKeys {

  private static final String HMAC = "HmacSHA256";

  private final List<RSAKey> keys;

  /**
   * @param keys private keys; at least one
   */
  SigningKeys(List<RSAKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no signing key");
    }
    this.keys = List.copyOf(keys);
  }

  /** The one that signs, with its private part. */
  JWKSet signing() {
    return new JWKSet(keys.getFirst());
  }

  /** All of them, without their private parts. */
  JWKSet published() {
    return new JWKSet(List.<com.nimbusds.jose.jwk.JWK>copyOf(keys)).toPublicJWKSet();
  }

  /**
   * Secrets for another purpose, one from each key, in the same order: every replica derives the
   * same, and none tells anything of the key.
   */
  List<byte[]> derive(String purpose) {
    return keys.stream().map(key -> derive(key, purpose)).toList();
  }

  private static byte[] derive(RSAKey key, String purpose) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.toRSAPrivateKey().getEncoded(), HMAC));
      return mac.doFinal(("juxian:" + purpose).getBytes(StandardCharsets.UTF_8));
    } catch (JOSEException | GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
