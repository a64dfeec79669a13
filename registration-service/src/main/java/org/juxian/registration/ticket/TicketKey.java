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
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

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
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(content(pem))));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      return fromSeed(seed);
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException wrong) {
      throw new IllegalArgumentException("the ticket key is no Ed25519 key in PKCS #8 PEM", wrong);
    }
  }

  /**
   * Reads a public key as X.509 in PEM, as {@code openssl pkey -pubout} writes it.
   *
   * @throws IllegalArgumentException where it is none
   */
  static PublicKey publicFromPem(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(content(pem))));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException("a ticket key is no public Ed25519 key in PEM", wrong);
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

  /**
   * What signs. Not the JDK's own signatures: those work out the public key again each time, and
   * with the first compiler only they take a millisecond, ten times as long as these.
   */
  Ed25519PrivateKeyParameters secret() {
    return new Ed25519PrivateKeyParameters(
        ((EdECPrivateKey) privateKey).getBytes().orElseThrow(), 0);
  }

  /** What checks signatures. */
  static Ed25519PublicKeyParameters checking(PublicKey key) {
    return new Ed25519PublicKeyParameters(raw(key), 0);
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

  /** The id of a key. */
  static String id(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw(key));
      return HexFormat.of().formatHex(hash, 0, ID_LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String content(String pem) {
    return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
  }

  private static TicketKey of(KeyPair pair) {
    return new TicketKey(id(pair.getPublic()), pair.getPrivate(), pair.getPublic());
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
