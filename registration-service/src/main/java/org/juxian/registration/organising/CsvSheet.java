package org.juxian.registration.organising;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets read Chinese. What a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
final class CsvSheet implements Sheet {

  private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Writer out;

  CsvSheet(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15);
    out.write('\uFEFF');
  }

  @Override
  public void row(List<Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(cells.get(i) instanceof Number number ? number.toString() : text(cells.get(i)));
    }
    out.write("\r\n");
  }

  static String text(Object cell) {
    String text = cell.toString();
    if (!text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
