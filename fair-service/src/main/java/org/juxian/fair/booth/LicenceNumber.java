package org.juxian.fair.booth;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code, which names a legal entity in China: 18 characters, the last of
 * which checks the others. Source: GB 32100-2015, sections 4 (structure) and 5 (check character): a
 * registration authority and a category, six digits of the division, nine characters of the
 * organisation, the check character. Of the letters, I, O, S, V and Z are not used.
 *
 * @param code in upper case
 */
public record LicenceNumber(String code) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int BASE = ALPHABET.length();
  private static final int CHECKED = 17;
  private static final Pattern FORM =
      Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}");

  public LicenceNumber {
    if (!isValid(code)) {
      throw new IllegalArgumentException("not a unified social credit code");
    }
  }

  /** Reads a code as people type it, in either case; empty if it is none. */
  public static Optional<LicenceNumber> parse(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return isValid(code) ? Optional.of(new LicenceNumber(code)) : Optional.empty();
  }

  /**
   * The check character of the first 17 characters: {@code C18 = 31 - Σ Ci·3^(i-1) mod 31}, where
   * 31 counts as 0 (GB 32100-2015, section 5, formula and table 2).
   */
  static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < CHECKED; at++) {
      sum += ALPHABET.indexOf(code.charAt(at)) * weight;
      weight = weight * 3 % BASE;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  private static boolean isValid(String code) {
    return FORM.matcher(code).matches() && checkCharacter(code) == code.charAt(CHECKED);
  }

  @Override
  public String toString() {
    return code;
  }
}
