package org.juxian.registration.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a door, with a ticket or found in the list.
 *
 * @param token what the scanner read
 * @param registrationId the person in the list, instead
 * @param doorId left out where the event has no doors
 * @param direction {@code in} if left out
 * @param nonce names this scan, so that it may be sent again; made here if left out
 */
record CheckInRequest(
    @Size(max = 500) @Nullable String token,
    @Size(max = 32) @Nullable String registrationId,
    @Size(max = 32) @Nullable String doorId,
    @Pattern(regexp = "in|out", message = "direction") @Nullable String direction,
    @Pattern(regexp = NONCE, message = "nonce") @Nullable String nonce) {

  static final String NONCE = "[A-Za-z0-9_-]{16,64}";
}
