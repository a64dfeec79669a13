package org.juxian.registration.invitation;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes and reads codes: ten of 32 characters, 50 bits of chance. */
public final class Codes {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;

  private final SecureRandom random = new SecureRandom();

  /** A new code. */
  public String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** The code that somebody meant who typed this: case, spaces, hyphens and look-alikes go. */
  public static String read(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
