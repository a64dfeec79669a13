package org.juxian.registration.ticket;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key pair that signs tickets.
 *
 * @param id the first four bytes of the SHA-256 of the public key (32 bytes, RFC 8032), in
 *     hexadecimal
 */
record TicketKey(String id, PrivateKey privateKey, PublicKey publicKey) {

  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_LENGTH = 32;
  private static final int ID_LENGTH = 4;

  static TicketKey make() {
    try {
      return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a private key as PKCS #8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws IllegalArgumentException where it is none
   */
  static TicketKey fromPem(String pem) {
    String content = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(content)));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      return fromSeed(seed);
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException wrong) {
      throw new IllegalArgumentException("the ticket key is no Ed25519 key in PKCS #8 PEM", wrong);
    }
  }

  /** The pair of a private key of 32 bytes (RFC 8032, section 5.1.5). */
  static TicketKey fromSeed(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, new Given(seed));
      return of(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String toPem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** The 32 bytes of RFC 8032. */
  static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_LENGTH, encoded.length);
  }

  private static TicketKey of(KeyPair pair) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw(pair.getPublic()));
    return new TicketKey(
        HexFormat.of().formatHex(hash, 0, ID_LENGTH), pair.getPrivate(), pair.getPublic());
  }

  /** Gives the generator the private key that it is to have. */
  private static final class Given extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Given(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
