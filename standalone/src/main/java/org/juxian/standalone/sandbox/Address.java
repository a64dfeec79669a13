package org.juxian.standalone.sandbox;

import java.util.Locale;

/**
 * Compares addresses as people mean them: mail without regard to case, phone numbers by their
 * digits.
 */
final class Address {

  private Address() {}

  /** A form in which equal addresses are equal texts. */
  static String normal(String address) {
    String stripped = address.strip().toLowerCase(Locale.ROOT);
    if (stripped.contains("@")) {
      return stripped;
    }
    String digits = stripped.replaceAll("[^0-9]", "");
    return isBareChineseMobile(digits) ? "86" + digits : digits;
  }

  private static boolean isBareChineseMobile(String digits) {
    return digits.length() == 11 && digits.startsWith("1");
  }
}
