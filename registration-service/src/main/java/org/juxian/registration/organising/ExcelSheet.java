package org.juxian.registration.organising;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook (OOXML) of one sheet. Texts stand in their cells and not in a common table, and
 * rows leave with each flush, so it needs no more memory for more rows. A text is never a formula.
 */
final class ExcelSheet implements Sheet {

  private static final int LONGEST = 32_767;

  private final Workbook book;
  private final Worksheet sheet;
  private int next;

  ExcelSheet(OutputStream stream) {
    book = new Workbook(stream, "Juxian", "1.0");
    sheet = book.newWorksheet("registrations");
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof Number number) {
        sheet.value(next, i, number);
      } else {
        String text = cells.get(i).toString();
        if (!text.isEmpty()) {
          sheet.inlineString(next, i, allowed(text));
        }
      }
    }
    next++;
  }

  /** Without what XML cannot hold, and no longer than a cell. */
  private static String allowed(String text) {
    String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }

  @Override
  public void flush() throws IOException {
    sheet.flush();
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
  }
}
