package org.juxian.identity.organisation;

/**
 * The unified social credit code of a legal person in China: 18 characters, the last of which
 * checks the others (GB 32100-2015, modulus 31 with weights 3^i mod 31).
 */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether it is one: length, characters and check character. */
  public static boolean isValid(String code) {
    if (code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
  }
}
