package org.juxian.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a browser keeps for us, so that it can neither read nor change it: AES-256-GCM (NIST
 * SP 800-38D) with a random nonce. What is sealed for one purpose does not open for another.
 *
 * <p>The sealed form is base64url of: format (1 byte), key id (4), nonce (12), ciphertext and tag.
 */
final class Sealer {

  private static final byte FORMAT = 1;
  private static final int ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;
  private static final int TAG_BITS = 128;

  private final Map<Integer, SecretKey> keys = new LinkedHashMap<>();
  private final int sealing;
  private final SecureRandom random = new SecureRandom();

  /**
   * With these keys of 32 bytes; the first seals.
   *
   * @throws IllegalArgumentException if there is none
   */
  Sealer(List<byte[]> keys) {
    keys.forEach(key -> this.keys.putIfAbsent(id(key), new SecretKeySpec(key, "AES")));
    this.sealing =
        this.keys.keySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No key to seal with."));
  }

  private static int id(byte[] key) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Seals for a purpose. */
  String seal(String purpose, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, sealing, nonce, purpose).doFinal(plain);
      ByteBuffer all = ByteBuffer.allocate(HEAD_BYTES + sealed.length);
      all.put(FORMAT).putInt(sealing).put(nonce).put(sealed);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Opens what was sealed for the purpose with a key that we have; else nothing. */
  Optional<byte[]> open(String purpose, String sealed) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
      if (all.remaining() <= HEAD_BYTES || all.get() != FORMAT) {
        return Optional.empty();
      }
      int key = all.getInt();
      if (!keys.containsKey(key)) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      all.get(nonce);
      byte[] rest = new byte[all.remaining()];
      all.get(rest);
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, purpose).doFinal(rest));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, int key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
