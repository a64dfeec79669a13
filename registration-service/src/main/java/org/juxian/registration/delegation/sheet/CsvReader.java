package org.juxian.registration.delegation.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180). Cells are parted by comma, semicolon or tab: by the one that is most
 * frequent in the first line.
 */
public final class CsvReader {

  /** What reading comes to. */
  public sealed interface Read {

    /** The rows that are there. */
    record Lines(List<Line> lines) implements Read {}

    /** A quote that is opened in this line is never closed. */
    record QuoteOpen(int line) implements Read {}

    /** There are more rows than anybody wants. */
    record TooMany() implements Read {}
  }

  private final String text;
  private final char separator;
  private final int most;
  private final List<Line> lines = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int at;
  private int line = 1;
  private int begun = 1;

  private CsvReader(String text, int most) {
    this.text = text;
    this.separator = separator(text);
    this.most = most;
  }

  /**
   * Reads all.
   *
   * @param most more rows than these are refused
   */
  public static Read read(String text, int most) {
    return new CsvReader(text, most).read();
  }

  private Read read() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && cell.isEmpty()) {
        int opened = line;
        if (!quoted()) {
          return new Read.QuoteOpen(opened);
        }
      } else if (c == separator) {
        endCell();
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        endLine();
        if (lines.size() > most) {
          return new Read.TooMany();
        }
      } else {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
      endLine();
    }
    return lines.size() > most ? new Read.TooMany() : new Read.Lines(lines);
  }

  /** Reads to the closing quote; two quotes are one. */
  private boolean quoted() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void endCell() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    lines.add(new Line(begun, cells));
    cells = new ArrayList<>();
    line++;
    begun = line;
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(first, candidate) > count(first, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
