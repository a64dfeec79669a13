package org.juxian.registration.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.questions.Answer;
import org.juxian.registration.questions.Form;
import org.juxian.registration.questions.Question;

class SheetsTest {

  private static final long ROOM = 6L * 1024 * 1024;
  private static final Text NOTHING = new Text("", "");
  private static final Event EVENT =
      new Event(
          "e",
          "fair",
          "o",
          NOTHING,
          NOTHING,
          Instant.EPOCH,
          Instant.EPOCH,
          new Venue(NOTHING, NOTHING),
          List.of(),
          false,
          null,
          1);

  @Test
  void a_formula_is_only_a_text_in_csv() {
    assertThat(CsvSheet.text("=HYPERLINK(\"http://x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    for (String start : List.of("=", "+", "-", "@", "\t", "＝")) {
      assertThat(CsvSheet.text(start + "1")).as(start).startsWith("'");
    }
    assertThat(CsvSheet.text("\r=1")).startsWith("\"'");
    assertThat(CsvSheet.text("李, \"晓\"")).isEqualTo("\"李, \"\"晓\"\"\"");
    assertThat(CsvSheet.text("a=b")).isEqualTo("a=b");
  }

  @Test
  void excel_takes_what_csv_cannot_and_keeps_texts_texts() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Sheet sheet = new ExcelSheet(stream)) {
      sheet.row(List.of("票号", "=1+1", 12, "a\u0000b"));
      sheet.flush();
    }
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(stream.toByteArray()))) {
      Row row = book.getFirstSheet().read().getFirst();
      assertThat(row.getCellText(0)).isEqualTo("票号");
      assertThat(row.getCell(1).getFormula()).isNull();
      assertThat(row.getCellText(1)).isEqualTo("=1+1");
      assertThat(row.getCellAsNumber(2).orElseThrow().intValue()).isEqualTo(12);
      assertThat(row.getCellText(3)).isEqualTo("ab");
    }
  }

  @Test
  void thirty_thousand_rows_need_no_more_memory_than_one_batch() throws IOException {
    for (boolean excel : List.of(false, true)) {
      try (Sheet sheet =
          excel
              ? new ExcelSheet(OutputStream.nullOutputStream())
              : new CsvSheet(OutputStream.nullOutputStream())) {
        Watched rows = new Watched(60);
        assertThat(RosterExport.write(sheet, rows, SheetsTest::nothing, columns()))
            .isEqualTo(30_000);
        assertThat(rows.grown()).as(excel ? "excel" : "csv").isLessThan(ROOM);
      }
    }
  }

  @Test
  void the_measure_sees_a_table_that_is_kept() throws IOException {
    List<Object> kept = new ArrayList<>();
    Sheet keeping =
        new Sheet() {
          @Override
          public void row(List<Object> cells) {
            kept.add(cells);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Watched rows = new Watched(120);
    RosterExport.write(keeping, rows, SheetsTest::nothing, columns());
    assertThat(rows.grown()).isGreaterThan(ROOM);
    assertThat(kept).hasSize(60_000);
  }

  /** Batches that are made as they are asked for, and what the heap holds at the first and last. */
  private static final class Watched implements RosterExport.Batches {

    private final int batches;
    private int made;
    private long before;
    private long after;

    Watched(int batches) {
      this.batches = batches;
    }

    @Override
    public List<RosterRow> behind(@Nullable String id) {
      if (made == 1) {
        before = used();
      } else if (made == batches - 1) {
        after = used();
      }
      List<RosterRow> rows = new ArrayList<>();
      for (int i = 0; i < (made < batches ? 500 : 0); i++) {
        int number = made * 500 + i;
        rows.add(
            new RosterRow(
                String.format(Locale.ROOT, "%032x", number),
                "p" + number,
                "人员" + number,
                "confirmed",
                "t",
                "A" + number,
                null,
                null,
                Instant.EPOCH,
                null,
                null));
      }
      made++;
      return rows;
    }

    long grown() {
      return after - before;
    }

    private static long used() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  @Test
  void an_answer_is_called_what_it_was_when_it_was_asked_for() {
    Form first = new Form(1, List.of(subject("it", "IT"), subject("old", "Old name")), null);
    Form last = new Form(2, List.of(subject("it", "Computing")), null);
    Columns columns = new Columns(EVENT, Asked.in(List.of(last, first)), Locale.ENGLISH);
    assertThat(columns.headings()).endsWith("Subject it", "Subject old", "Form version");
    Map<String, Answer> answers =
        Map.of(
            "it", new Answer.Chosen(List.of("it", "gone")),
            "old", new Answer.Chosen(List.of("old")));
    RosterRow row = new Watched(1).behind(null).getFirst();
    assertThat(columns.row(row, null, null, new AnswerStore.Kept(1, 1, answers)))
        .endsWith("Computing; gone", "Old name", 1L);
    assertThat(columns().headings()).doesNotContain("Form version");
  }

  private static Question subject(String id, String option) {
    Text label = new Text("专业", "Subject " + id);
    Question.Option only = new Question.Option(id, new Text("项", option));
    return new Question(
        id, label, null, false, new Question.Asks.Choice(List.of(only), true, 1), null);
  }

  @Test
  void csv_begins_with_a_byte_order_mark() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Sheet sheet = new CsvSheet(stream)) {
      sheet.row(columns().headings());
    }
    assertThat(stream.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFTicket,Name,Phone");
  }

  private static Columns columns() {
    return new Columns(EVENT, Asked.in(List.of()), Locale.ENGLISH);
  }

  private static RowDetails.Details nothing(List<RosterRow> rows) {
    return new RowDetails.Details(Map.of(), Map.of(), Map.of());
  }
}
