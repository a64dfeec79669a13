package org.juxian.notification.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How times are told, in the alliance's zone: {@code 11月28日 周六 09:00} and {@code Sat 28 Nov,
 * 09:00}.
 */
final class Times {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter ZH =
      DateTimeFormatter.ofPattern("M月d日 EEE HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Times() {}

  static String moment(Instant time, Language language) {
    return format(language).format(time.atZone(ZONE));
  }

  /** The day once where both ends are on it. */
  static String range(Instant start, Instant end, Language language) {
    ZonedDateTime from = start.atZone(ZONE);
    ZonedDateTime to = end.atZone(ZONE);
    String until =
        from.toLocalDate().equals(to.toLocalDate())
            ? HOURS.format(to)
            : " " + format(language).format(to);
    return moment(start, language) + "–" + until;
  }

  private static DateTimeFormatter format(Language language) {
    return switch (language) {
      case ZH -> ZH;
      case EN -> EN;
    };
  }
}
