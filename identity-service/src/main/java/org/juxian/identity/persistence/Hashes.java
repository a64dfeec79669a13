package org.juxian.identity.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is stored instead of a secret, or as a name that tells nothing. */
final class Hashes {

  private Hashes() {}

  /** SHA-256 in hexadecimal; enough for a secret of 256 random bits. */
  static String of(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The first 128 bits of it: a name for something in keys and ids. */
  static String nameOf(String text) {
    return of(text).substring(0, 32);
  }
}
