package org.juxian.notification.delivering;

import org.jspecify.annotations.Nullable;

/**
 * What a channel hands over: worded, in one language, for one address.
 *
 * @param id the delivery's, the same at every attempt: a mail's Message-ID is made of it
 * @param to phone number (E.164) or mail address
 * @param subject of a mail
 */
public record Envelope(String id, String to, @Nullable String subject, String text) {}
