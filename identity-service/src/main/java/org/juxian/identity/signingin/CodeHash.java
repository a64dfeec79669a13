package org.juxian.identity.signingin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juxian.identity.person.Address;

/**
 * The keyed hash (HMAC-SHA-256) under which a code is stored: a million codes are quickly tried, so
 * that without the key, which the database does not know, a hash would hide nothing.
 */
public final class CodeHash {

  private static final String HMAC = "HmacSHA256";

  private final List<byte[]> keys;

  /**
   * @param keys the first makes hashes, all of them are tried against one; at least one
   */
  public CodeHash(List<byte[]> keys) {
    this.keys = List.copyOf(keys);
  }

  String of(Address address, String code) {
    return hash(keys.getFirst(), address, code);
  }

  /** Whether a stored hash is that of this code; takes as long whether it is or not. */
  Predicate<String> fits(Address address, String code) {
    return stored ->
        keys.stream()
            .map(key -> hash(key, address, code))
            .map(hash -> equal(hash, stored))
            .reduce(false, Boolean::logicalOr);
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(byte[] key, Address address, String code) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      byte[] text = (address.value() + "\n" + code).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
