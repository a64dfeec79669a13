package org.juxian.registration.organising;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.answering.Forms;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RosterStore;
import org.springframework.stereotype.Service;

/**
 * Writes all registrations of an event as a table, in batches that go on behind the last id: memory
 * holds one batch, however many there are. Whoever was registered when it began is in it once,
 * whatever is written meanwhile; whoever comes later is not.
 */
@Service
public class RosterExport {

  private static final int BATCH = 500;

  /** The kinds of tables. */
  public enum Format {
    CSV,
    EXCEL
  }

  private final Roster roster;
  private final RowDetails details;
  private final Forms forms;
  private final Ids ids;

  RosterExport(Roster roster, RowDetails details, Forms forms, Ids ids) {
    this.roster = roster;
    this.details = details;
    this.forms = forms;
    this.ids = ids;
  }

  /** Writes the table; the stream stays open. Says how many rows it has. */
  public int write(
      Event event,
      RosterFilter filter,
      @Nullable String text,
      Locale language,
      Format format,
      OutputStream stream)
      throws IOException {
    Columns columns = new Columns(event, Asked.in(forms.newestFirst(event.id())), language);
    String end = ids.next();
    try (Sheet sheet = format == Format.CSV ? new CsvSheet(stream) : new ExcelSheet(stream)) {
      sheet.row(columns.headings());
      return write(
          sheet,
          after -> roster.find(event.id(), filter, text, new RosterStore.Part(after, end, BATCH)),
          rows -> details.of(event.id(), rows),
          columns);
    }
  }

  /** Where the batches come from. */
  interface Batches {

    /** At most {@link #BATCH} rows behind this one. */
    List<RosterRow> behind(@Nullable String id);
  }

  /** Where more about the rows of a batch comes from. */
  interface More {
    RowDetails.Details of(List<RosterRow> rows);
  }

  static int write(Sheet sheet, Batches batches, More more, Columns columns) throws IOException {
    int written = 0;
    @Nullable String after = null;
    List<RosterRow> batch;
    do {
      batch = batches.behind(after);
      RowDetails.Details details = more.of(batch);
      for (RosterRow row : batch) {
        sheet.row(
            columns.row(row, details.person(row), details.organisation(row), details.answers(row)));
        after = row.id();
      }
      written += batch.size();
      sheet.flush();
    } while (batch.size() == BATCH);
    return written;
  }
}
