package org.juxian.registration.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person asked of their own data, and which services have answered.
 *
 * @param answers when each service said that it had done its part
 */
public record Wish(
    String id, long version, String personId, Kind kind, Instant at, Map<String, Instant> answers) {

  /** Every service that knows something about people. */
  public static final Set<String> SERVICES =
      Set.of("identity", "registration", "fair", "competition", "forum", "notification");

  /** What can be asked. */
  public enum Kind {
    EXPORT,
    ERASURE
  }

  public Wish {
    answers = Map.copyOf(answers);
  }

  /** The services that have not answered. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(SERVICES);
    missing.removeAll(answers.keySet());
    return missing;
  }

  public boolean isComplete() {
    return missing().isEmpty();
  }
}
