package org.juxian.registration.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.persistence.Request;

/** Reads the Idempotency-Key of what keeps it itself. */
final class RequestKeys {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private RequestKeys() {}

  static @Nullable Request of(
      @Nullable String key, String eventId, String personId, RegistrationRequest body) {
    return of(key, eventId, personId, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable Request of(@Nullable String key, String what, String personId, byte[] body) {
    if (key == null) {
      return null;
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(400, "invalid").field("Idempotency-Key", "idempotency-key");
    }
    return new Request(
        hash((personId + "\n" + what + "\n" + key).getBytes(StandardCharsets.UTF_8)), hash(body));
  }

  private static String hash(byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
