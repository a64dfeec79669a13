package org.juxian.notification.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of all kinds in both languages. Words in braces are filled from the notice; a word that
 * a text needs and the notice lacks is an error, never a hole in a message.
 */
public final class Texts {

  private static final Pattern WORD = Pattern.compile("\\{([a-zA-Z]+)}");

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

  public Texts() {
    texts.put(Language.ZH, load("/notices_zh.properties"));
    texts.put(Language.EN, load("/notices_en.properties"));
  }

  /** The text of an SMS, with the signature that carriers ask for in front. */
  public String sms(Notice notice, Language language) {
    return text("signature", notice, language) + part("sms", notice, language);
  }

  public String mailSubject(Notice notice, Language language) {
    return part("subject", notice, language);
  }

  /**
   * The text of a mail: paragraphs separated by an empty line; those that have nothing to say are
   * left out.
   */
  public String mailText(Notice notice, Language language) {
    String body = part("mail", notice, language);
    String closing = text("closing", notice, language);
    return (body + "\n\n" + closing)
        .lines()
        .map(String::strip)
        .reduce("", (all, line) -> all + line + "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private String part(String part, Notice notice, Language language) {
    return text(notice.kind().key() + "." + part, notice, language).strip();
  }

  private String text(String key, Notice notice, Language language) {
    String text = texts(language).getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text " + key + " in " + language);
    }
    Map<String, String> words = notice.words(language);
    return WORD.matcher(text)
        .replaceAll(
            word -> {
              String said = words.get(word.group(1));
              if (said == null) {
                throw new IllegalStateException(key + " needs the word " + word.group(1));
              }
              return Matcher.quoteReplacement(said);
            });
  }

  Properties texts(Language language) {
    return java.util.Objects.requireNonNull(texts.get(language));
  }

  private static Properties load(String name) {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
