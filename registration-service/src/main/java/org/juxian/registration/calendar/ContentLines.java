package org.juxian.registration.calendar;

import java.nio.charset.StandardCharsets;

/**
 * The lines of an iCalendar text: escaped (RFC 5545, 3.3.11), folded after 75 octets and never
 * within a character (3.1).
 */
final class ContentLines {

  private static final int LONGEST = 75;

  private final StringBuilder text = new StringBuilder();

  /** A line whose value stands as it is. */
  ContentLines add(String name, String value) {
    String line = name + ':' + value;
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      String one = Character.toString(character);
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(one);
      octets += length;
      i += Character.charCount(character);
    }
    text.append("\r\n");
    return this;
  }

  /** A line whose value is a text for people. */
  ContentLines addText(String name, String value) {
    return add(name, escaped(value));
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    value
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                case '\n', '\r' -> escaped.append("\\n");
                default -> {
                  if (character == '\t' || !Character.isISOControl(character)) {
                    escaped.appendCodePoint(character);
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
