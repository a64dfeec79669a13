package org.juxian.platform.values;

import java.util.Locale;

/**
 * Something that a person reads, in both languages.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Text(String zh, String en) {

  /** The text for a reader's language: English for {@code en}, Chinese for any other. */
  public String in(Locale language) {
    return language.getLanguage().equals("en") ? en : zh;
  }
}
