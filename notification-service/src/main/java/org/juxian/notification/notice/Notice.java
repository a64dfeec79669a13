package org.juxian.notification.notice;

import java.util.Map;

/**
 * What one person is to be told: the kind, and the words that fill its texts, in both languages,
 * since only the moment of sending knows in which one the person reads.
 *
 * @param kind what it is about
 * @param zh the words for the Chinese texts, by the names that stand in braces there
 * @param en the words for the English texts
 */
public record Notice(Kind kind, Map<String, String> zh, Map<String, String> en) {

  public Notice {
    zh = Map.copyOf(zh);
    en = Map.copyOf(en);
  }

  /** The words for a reader. */
  public Map<String, String> words(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
