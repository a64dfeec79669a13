package org.juxian.notification.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** Collects the words of a notice in both languages. */
public final class NoticeWords {

  private final Map<String, String> zh = new LinkedHashMap<>();
  private final Map<String, String> en = new LinkedHashMap<>();

  public NoticeWords text(String name, Text text) {
    zh.put(name, text.zh());
    en.put(name, text.en());
    return this;
  }

  /** A word that is the same in both languages, such as a number. */
  public NoticeWords plain(String name, String word) {
    zh.put(name, word);
    en.put(name, word);
    return this;
  }

  public NoticeWords time(String name, Instant time) {
    zh.put(name, Times.moment(time, Language.ZH));
    en.put(name, Times.moment(time, Language.EN));
    return this;
  }

  public NoticeWords range(String name, Instant start, Instant end) {
    zh.put(name, Times.range(start, end, Language.ZH));
    en.put(name, Times.range(start, end, Language.EN));
    return this;
  }

  public NoticeWords venue(Venue venue) {
    return text("venue", venue.name()).text("address", venue.address());
  }

  /**
   * A reason, if one was given: the word then carries its own lead-in, so that the texts need no
   * conditions.
   */
  public NoticeWords reason(@Nullable Text reason) {
    zh.put("reason", reason == null ? "" : "原因：" + reason.zh());
    en.put("reason", reason == null ? "" : "Reason: " + reason.en());
    return this;
  }

  public Notice of(Kind kind) {
    return new Notice(kind, zh, en);
  }
}
