package org.juxian.registration.organising;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.checkin.Reconciliation;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Door;
import org.juxian.registration.place.Scan;
import org.springframework.stereotype.Service;

/**
 * Writes the reconciliation as a table: a row for each scan of those with whom something is odd.
 */
@Service
public class ReconciliationSheet {

  private static final int BATCH = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(JsonTime.ZONE);
  private static final List<Text> HEADINGS =
      List.of(
          new Text("票号", "Ticket"),
          new Text("姓名", "Name"),
          new Text("票种", "Ticket type"),
          new Text("方向", "Way"),
          new Text("入口", "Door"),
          new Text("验票时间", "Shown at"),
          new Text("上报时间", "Heard of at"),
          new Text("设备", "Device"),
          new Text("门岗", "Door staff"),
          new Text("疑点", "Doubt"),
          new Text("撤销时间", "Taken back at"),
          new Text("处理说明", "Settled with"),
          new Text("处理人", "Settled by"),
          new Text("处理时间", "Settled at"));
  private static final Map<Scan.Doubt, Text> DOUBTS =
      Map.of(
          Scan.Doubt.ALREADY_IN, new Text("重复入场", "let in twice"),
          Scan.Doubt.NOT_INSIDE, new Text("未在场内", "was not inside"),
          Scan.Doubt.CANCELLED, new Text("报名已取消", "cancelled"),
          Scan.Doubt.REPLACED, new Text("旧票已作废", "ticket replaced"),
          Scan.Doubt.NOT_CONFIRMED, new Text("报名未确认", "not confirmed"),
          Scan.Doubt.ZONE_NOT_OPEN, new Text("票种不可进入", "zone not open to the ticket"),
          Scan.Doubt.NO_SUCH_DOOR, new Text("入口不存在", "no such door"));

  private final Reconciliation reconciliation;

  ReconciliationSheet(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  /** Writes the table; the stream stays open. */
  public void write(Event event, Locale language, OutputStream stream) throws IOException {
    boolean chinese = !language.getLanguage().equals("en");
    try (Sheet sheet = new CsvSheet(stream)) {
      sheet.row(HEADINGS.stream().<Object>map(text -> word(text, chinese)).toList());
      @Nullable String after = null;
      List<Reconciliation.Case> batch;
      do {
        batch = reconciliation.of(event.id(), false, after, BATCH);
        Map<String, String> staff = reconciliation.staff(batch);
        for (Reconciliation.Case one : batch) {
          for (Scan scan : one.log().scans()) {
            sheet.row(row(one.registration().booking(), scan, event, staff, chinese));
          }
          after = one.registration().booking().id();
        }
        sheet.flush();
      } while (batch.size() == BATCH);
    }
  }

  private static List<Object> row(
      Booking booking, Scan scan, Event event, Map<String, String> staff, boolean chinese) {
    Scan.Undone undone = scan.undone();
    Scan.Settled settled = scan.settled();
    Text type =
        event
            .ticketType(booking.ticketTypeId())
            .map(TicketType::name)
            .orElseGet(() -> new Text(booking.ticketTypeId(), booking.ticketTypeId()));
    return List.of(
        booking.ticketNumber(),
        booking.personName(),
        word(type, chinese),
        word(
            switch (scan.direction()) {
              case IN -> new Text("入场", "in");
              case OUT -> new Text("离场", "out");
            },
            chinese),
        door(scan, event, chinese),
        TIME.format(scan.at()),
        TIME.format(scan.heardAt()),
        scan.deviceId() == null ? "" : scan.deviceId(),
        staff.getOrDefault(scan.by(), scan.by()),
        scan.doubt() == null ? "" : doubt(scan.doubt(), chinese),
        time(undone == null ? null : undone.at()),
        settled == null ? "" : settled.note(),
        settled == null ? "" : staff.getOrDefault(settled.by(), settled.by()),
        time(settled == null ? null : settled.at()));
  }

  private static String doubt(Scan.Doubt doubt, boolean chinese) {
    Text text = DOUBTS.get(doubt);
    return text == null ? doubt.name() : word(text, chinese);
  }

  private static String door(Scan scan, Event event, boolean chinese) {
    String id = scan.doorId();
    return event
        .entrance()
        .entrance()
        .door(id)
        .map(Door::name)
        .map(name -> word(name, chinese))
        .orElse(id == null ? "" : id);
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  private static String word(Text text, boolean chinese) {
    return chinese ? text.zh() : text.en();
  }
}
