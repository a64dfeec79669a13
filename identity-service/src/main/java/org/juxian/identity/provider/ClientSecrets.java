package org.juxian.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the secrets of clients. They are long, random, and come from configuration: nobody has
 * to be slowed down who guesses them, so they are compared as they are, in constant time.
 */
final class ClientSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : secret.toString();
  }

  @Override
  public boolean matches(@Nullable CharSequence given, @Nullable String kept) {
    return given != null
        && kept != null
        && MessageDigest.isEqual(
            given.toString().getBytes(StandardCharsets.UTF_8),
            kept.getBytes(StandardCharsets.UTF_8));
  }
}
