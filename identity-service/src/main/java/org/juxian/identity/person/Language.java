package org.juxian.identity.person;

import java.util.Locale;

/** In which a person is written to. */
public enum Language {
  ZH,
  EN;

  /** The name on the wire: {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** English for {@code en}, Chinese for all else. */
  public static Language of(String code) {
    return code.equals("en") ? EN : ZH;
  }

  public static Language of(Locale locale) {
    return of(locale.getLanguage());
  }
}
