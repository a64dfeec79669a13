package org.juxian.platform.service.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry the version of what they show, as an {@code ETag}. */
public final class Versioned {

  private Versioned() {}

  /** 200 with the ETag. */
  public static <T> ResponseEntity<T> ok(long version, T body) {
    return ResponseEntity.ok().eTag(tag(version)).body(body);
  }

  /** 201 with the ETag and where it is now. */
  public static <T> ResponseEntity<T> created(String location, long version, T body) {
    return ResponseEntity.created(URI.create(location)).eTag(tag(version)).body(body);
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }
}
