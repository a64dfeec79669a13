package org.juxian.registration.printing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks a text into lines where its language allows. */
final class Lines {

  private static final String MORE = "…";

  private Lines() {}

  /**
   * The lines of a text; what does not fit ends with an ellipsis.
   *
   * @param width how wide a text comes out
   */
  static List<String> of(
      String text, Locale language, double room, int most, ToDoubleFunction<String> width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String piece : pieces(text, language, room, width)) {
      if (!line.isEmpty() && width.applyAsDouble((line + piece).stripTrailing()) > room) {
        lines.add(line.strip());
        line = piece.stripLeading();
      } else {
        line += piece;
      }
    }
    lines.add(line.strip());
    return lines.size() <= most ? lines : cut(lines.subList(0, most), room, width);
  }

  /** What is not to be torn apart, unless it is wider than a line. */
  private static List<String> pieces(
      String text, Locale language, double room, ToDoubleFunction<String> width) {
    BreakIterator breaks = BreakIterator.getLineInstance(language);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < text.length() && text.charAt(to - 1) == ':') {
        continue;
      }
      String piece = text.substring(from, to);
      if (width.applyAsDouble(piece.strip()) > room) {
        piece.codePoints().mapToObj(Character::toString).forEach(pieces::add);
      } else {
        pieces.add(piece);
      }
      from = to;
    }
    return pieces;
  }

  private static List<String> cut(List<String> lines, double room, ToDoubleFunction<String> width) {
    String last = lines.getLast();
    while (!last.isEmpty() && width.applyAsDouble(last + MORE) > room) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    lines.set(lines.size() - 1, last + MORE);
    return lines;
  }
}
