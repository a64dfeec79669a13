package org.juxian.registration.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.persistence.Request;

/** Reads the Idempotency-Key of a registration. */
final class RequestKeys {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private RequestKeys() {}

  static @Nullable Request of(
      @Nullable String key, String eventId, String personId, RegistrationRequest body) {
    if (key == null) {
      return null;
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(400, "invalid").field("Idempotency-Key", "idempotency-key");
    }
    return new Request(hash(personId + "\n" + eventId + "\n" + key), hash(body.toString()));
  }

  private static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
