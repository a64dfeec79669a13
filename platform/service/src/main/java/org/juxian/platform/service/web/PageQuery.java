package org.juxian.platform.service.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.juxian.platform.service.problem.Problem;

/**
 * Which part of a list is asked for: the query parameters {@code cursor} and {@code limit}.
 *
 * @param after the key behind which the part starts; empty at the beginning
 * @param limit at most so many items, 1 to 200
 */
public record PageQuery(Optional<String> after, int limit) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MOST = 200;

  static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Problem.of(400, "invalid").field("cursor", "cursor");
    }
  }
}
