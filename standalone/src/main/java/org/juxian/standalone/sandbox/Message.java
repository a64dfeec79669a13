package org.juxian.standalone.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One SMS or mail that was received.
 *
 * @param id the message id that the sender was told (SMS), or one made up here (mail)
 * @param channel {@code sms} or {@code mail}
 * @param from number or name of the sender; mail: with display name if there is one
 * @param to phone number with country code and plus, or mail address
 * @param subject mail only
 * @param text the SMS, or the mail's plain text part
 * @param html the mail's HTML part
 * @param at when its last part arrived, RFC 3339
 * @param segments how many short messages were billed for the SMS; 1 for mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
    String id,
    String channel,
    String from,
    String to,
    @Nullable String subject,
    String text,
    @Nullable String html,
    String at,
    int segments) {}
