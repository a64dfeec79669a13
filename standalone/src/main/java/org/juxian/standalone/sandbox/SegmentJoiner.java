package org.juxian.standalone.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the parts of long SMS until they are whole, in whatever order they come. */
final class SegmentJoiner {

  /** Parts whose others never come are forgotten when so many newer ones wait. */
  private static final int MOST_WAITING = 500;

  private final Map<Key, Map<Integer, String>> waiting =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<Integer, String>> eldest) {
          return size() > MOST_WAITING;
        }
      };

  private record Key(String from, String to, int reference, int total) {}

  /** The whole text if this was its last part. */
  synchronized Optional<String> add(String from, String to, Segment segment) {
    if (segment.total() <= 1) {
      return Optional.of(segment.text());
    }
    Key key = new Key(from, to, segment.reference(), segment.total());
    Map<Integer, String> parts = waiting.computeIfAbsent(key, _ -> new TreeMap<>());
    parts.put(segment.number(), segment.text());
    if (parts.size() < segment.total()) {
      return Optional.empty();
    }
    waiting.remove(key);
    return Optional.of(String.join("", parts.values()));
  }
}
