package org.juxian.registration.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw or changed what is known about people.
 *
 * @param actorId who
 * @param action {@code list}, {@code export}, {@code answers}, {@code file}, {@code form} and so on
 * @param subject the registration, where it was one
 * @param detail what was asked for; never personal data
 */
public record Trace(
    String id,
    String eventId,
    String actorId,
    String action,
    @Nullable String subject,
    @Nullable String detail,
    Instant at) {}
