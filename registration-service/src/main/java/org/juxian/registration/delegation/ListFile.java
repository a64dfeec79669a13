package org.juxian.registration.delegation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.juxian.registration.delegation.sheet.CsvReader;
import org.juxian.registration.delegation.sheet.Line;
import org.juxian.registration.delegation.sheet.RollReader;
import org.juxian.registration.delegation.sheet.RowFault;
import org.juxian.registration.delegation.sheet.TextDecoder;

/** Reads a list from CSV or from the first sheet of an Excel workbook: the content says which. */
final class ListFile {

  private static final int MOST_LINES = 2 * RollReader.MOST;
  private static final int MOST_COLUMNS = 200;
  private static final long MOST_UNPACKED = 50L * 1024 * 1024;

  /** What reading comes to. */
  sealed interface Read {

    /** The rows that are there. */
    record Lines(List<Line> lines) implements Read {}

    /** It cannot be read. */
    record Unreadable(RowFault why) implements Read {}
  }

  private ListFile() {}

  static Read read(byte[] content) {
    boolean zipped = content.length > 3 && content[0] == 'P' && content[1] == 'K';
    return zipped ? excel(content) : csv(content);
  }

  private static Read csv(byte[] content) {
    Optional<String> text = TextDecoder.decode(content);
    if (text.isEmpty()) {
      return unreadable(1, "list-encoding");
    }
    return switch (CsvReader.read(text.get(), MOST_LINES)) {
      case CsvReader.Read.Lines(var lines) -> new Read.Lines(lines);
      case CsvReader.Read.QuoteOpen(int line) -> unreadable(line, "quote-open");
      case CsvReader.Read.TooMany() -> unreadable(1, "list-too-long", RollReader.MOST);
    };
  }

  private static Read excel(byte[] content) {
    try {
      if (unpacksTooLarge(content)) {
        return unreadable(1, "list-unreadable");
      }
      try (ReadableWorkbook book =
              new ReadableWorkbook(
                  new ByteArrayInputStream(content), new ReadingOptions(true, false));
          Stream<Row> rows = book.getFirstSheet().openStream()) {
        List<Line> lines = rows.limit(MOST_LINES + 1L).map(ListFile::line).toList();
        return lines.size() > MOST_LINES
            ? unreadable(1, "list-too-long", RollReader.MOST)
            : new Read.Lines(lines);
      }
    } catch (IOException | RuntimeException broken) {
      return unreadable(1, "list-unreadable");
    }
  }

  /** A small file can be packed from a very large one; its directory may lie about the sizes. */
  private static boolean unpacksTooLarge(byte[] content) throws IOException {
    Path file = Files.createTempFile("list", ".xlsx");
    try {
      Files.write(file, content);
      long unpacked = 0;
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          try (InputStream in = zip.getInputStream(entry)) {
            unpacked += count(in, MOST_UNPACKED - unpacked);
          }
          if (unpacked > MOST_UNPACKED) {
            return true;
          }
        }
      }
      return false;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** How many bytes there are, as far as it matters. */
  private static long count(InputStream in, long room) throws IOException {
    byte[] buffer = new byte[1 << 14];
    long counted = 0;
    int read = in.read(buffer);
    while (read >= 0 && counted <= room) {
      counted += read;
      read = in.read(buffer);
    }
    return counted;
  }

  private static Line line(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
      cells.add(row.getOptionalCell(i).map(ListFile::text).orElse(""));
    }
    return new Line(row.getRowNum(), cells);
  }

  /** A phone number is often kept as a number, a day as one with a format. */
  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText() == null ? "" : cell.getText();
    }
    String format = cell.getDataFormatString();
    if (format != null && format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "").matches("(?i).*[yd].*")) {
      return cell.asDate().toLocalDate().toString();
    }
    return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
  }

  private static Read unreadable(int line, String code, Object... arguments) {
    return new Read.Unreadable(RowFault.ofLine(line, code, arguments));
  }
}
