package org.juxian.notification.notice;

import java.util.Locale;

/** The languages in which people are written to. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** English for {@code en}, Chinese for anything else. */
  public static Language of(String tag) {
    return tag.equals("en") ? EN : ZH;
  }
}
