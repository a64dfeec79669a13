package org.juxian.standalone;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the launcher says, in Chinese or in English. */
public final class Texts {

  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.bundle =
        ResourceBundle.getBundle(
            "org.juxian.standalone.texts",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * Chinese if {@code LC_ALL}, {@code LC_MESSAGES} or {@code LANG} (the first that is set) says so,
   * else English.
   */
  public static Texts from(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        return new Texts(value.startsWith("zh") ? Locale.CHINESE : Locale.ROOT);
      }
    }
    return new Texts(Locale.ROOT);
  }

  /** The text of that name with its blanks filled. */
  public String say(String name, Object... blanks) {
    return new MessageFormat(bundle.getString(name), Locale.ROOT).format(blanks);
  }
}
