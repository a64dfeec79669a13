package org.juxian.registration.printing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.values.Text;

/** What stands on a ticket besides what is the event's own. */
final class TicketWords {

  static final Text TICKET = new Text("入场票", "Admission ticket");
  static final Text NUMBER = new Text("票号", "Ticket number");
  static final Text WHEN = new Text("时间", "When");
  static final Text WHERE = new Text("地点", "Where");
  static final Text TYPE = new Text("票种", "Ticket type");
  static final Text HOLDER = new Text("持票人", "Ticket holder");
  static final Text TEAM = new Text("参赛团队", "Team");
  static final Text BRAND = new Text("聚贤", "Juxian");
  static final Text ADVICE =
      new Text(
          "入场时出示二维码，纸质或手机屏幕均可。请妥善保管：谁持有此码，谁就能入场。",
          "Show this code at the door, on paper or on a screen. Keep it to yourself: whoever has the"
              + " code can go in.");
  static final Text LATEST =
      new Text("取消或转让后本页作废，最新状态见：", "Void once cancelled or passed on. As it stands now: ");

  private static final DateTimeFormatter ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Text ZONE = new Text("（北京时间 UTC+8）", " (China time, UTC+8)");

  private TicketWords() {}

  /** Of a kind of event. */
  static Text kind(String kind) {
    return switch (kind) {
      case "competition" -> new Text("技能竞赛", "Skills competition");
      case "forum" -> new Text("产业论坛", "Industry forum");
      default -> new Text("人才交流会", "Talent fair");
    };
  }

  /** From when until when, with the zone; the day once where both are on it. */
  static String range(Instant startsAt, Instant endsAt, Locale language) {
    ZonedDateTime from = startsAt.atZone(JsonTime.ZONE);
    ZonedDateTime to = endsAt.atZone(JsonTime.ZONE);
    DateTimeFormatter format = english(language) ? EN : ZH;
    String until =
        from.toLocalDate().equals(to.toLocalDate())
            ? "–" + HOURS.format(to)
            : " – " + format.format(to);
    return format.format(from) + until + ZONE.in(language);
  }

  static boolean english(Locale language) {
    return language.getLanguage().equals("en");
  }
}
