package org.juxian.platform.testkit;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * An RSA key of 2048 bits that signs a hundred times as fast as others, since it has 32 primes
 * instead of two (RFC 8017, section 3.2). Whoever checks its signatures sees no difference. Such
 * short primes can be found by others: good for tests only, whose JVM has the first compiler alone
 * and would spend a third of its time on two long primes.
 */
final class QuickKey {

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);
  private static final int BITS = 2048;
  private static final int PRIMES = 32;
  private static final BigInteger TOP = BigInteger.valueOf(0b11111111).shiftLeft(BITS / PRIMES - 8);

  /** What stands before the SHA-256 digest in PKCS #1 v1.5 (RFC 8017, section 9.2, note 1). */
  private static final String SHA_256 = "003031300d060960864801650304020105000420";

  /** How one prime takes part (Chinese remainder theorem). */
  private record Prime(BigInteger prime, BigInteger exponent, BigInteger weight) {

    static Prime of(BigInteger prime, BigInteger modulus) {
      BigInteger others = modulus.divide(prime);
      return new Prime(
          prime,
          EXPONENT.modInverse(prime.subtract(BigInteger.ONE)),
          others.multiply(others.modInverse(prime)));
    }

    BigInteger share(BigInteger message) {
      return message.mod(prime).modPow(exponent, prime).multiply(weight);
    }
  }

  private final String id;
  private final BigInteger modulus;
  private final List<Prime> primes;

  private QuickKey(String id, BigInteger modulus, List<Prime> primes) {
    this.id = id;
    this.modulus = modulus;
    this.primes = primes;
  }

  /** A new one. */
  static QuickKey named(String id) {
    SecureRandom random = new SecureRandom();
    List<BigInteger> primes =
        Stream.generate(() -> prime(random)).distinct().limit(PRIMES).toList();
    BigInteger modulus = product(primes.stream());
    return new QuickKey(
        id, modulus, primes.stream().map(prime -> Prime.of(prime, modulus)).toList());
  }

  /** Its first eight bits are set, so that all of them have 2048 bits together. */
  private static BigInteger prime(SecureRandom random) {
    int bits = BITS / PRIMES;
    return Stream.generate(() -> new BigInteger(bits, random).or(TOP).nextProbablePrime())
        .filter(prime -> !prime.mod(EXPONENT).equals(BigInteger.ONE))
        .findFirst()
        .orElseThrow();
  }

  private static BigInteger product(Stream<BigInteger> factors) {
    return factors.reduce(BigInteger.ONE, BigInteger::multiply);
  }

  String id() {
    return id;
  }

  /** The key as others know keys, without the primes. */
  RSAKey jwk() {
    BigInteger order = product(primes.stream().map(one -> one.prime().subtract(BigInteger.ONE)));
    return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(EXPONENT))
        .privateExponent(Base64URL.encode(EXPONENT.modInverse(order)))
        .keyID(id)
        .build();
  }

  /** The signature of a text in ASCII by RS256 (RFC 7518, section 3.3), in base64url. */
  String sign(String text) {
    BigInteger message = new BigInteger(padded(digest(text)), 16);
    BigInteger signature =
        primes.stream()
            .map(prime -> prime.share(message))
            .reduce(BigInteger.ZERO, BigInteger::add)
            .mod(modulus);
    byte[] bytes = HexFormat.of().parseHex("%0512x".formatted(signature));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String padded(byte[] digest) {
    String end = SHA_256 + HexFormat.of().formatHex(digest);
    return "0001" + "f".repeat(BITS / 4 - 4 - end.length()) + end;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
