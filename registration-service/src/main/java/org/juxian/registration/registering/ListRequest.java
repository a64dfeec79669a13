package org.juxian.registration.registering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Cause;
import org.juxian.registration.persistence.Request;

/**
 * The request of a line of a school's list. Its registration is made quietly, and told of later:
 * once, by the list or by whoever approves it before the list comes to it. Who tells notes the
 * cause in the same write.
 */
public final class ListRequest {

  private static final String PREFIX = "delegation";
  private static final String CUT = "~";

  private ListRequest() {}

  /** The key of this line. */
  public static Request of(String listId, int line) {
    return new Request(PREFIX + CUT + listId + CUT + line, "row");
  }

  /** The cause of telling somebody on this list. */
  public static Cause telling(String listId) {
    return new Cause(PREFIX + "-" + listId);
  }

  /** The same, of what a request made; empty where it was no list's. */
  static Optional<Cause> telling(@Nullable Request request) {
    if (request == null || !request.key().startsWith(PREFIX + CUT)) {
      return Optional.empty();
    }
    int from = PREFIX.length() + CUT.length();
    return Optional.of(telling(request.key().substring(from, request.key().lastIndexOf(CUT))));
  }
}
