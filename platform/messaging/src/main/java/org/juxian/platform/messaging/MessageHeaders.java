package org.juxian.platform.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Names of the CloudEvents 1.0 headers in Kafka's binary mode, and how to read them. */
final class MessageHeaders {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String SOURCE = "ce_source";
  static final String SPEC_VERSION = "ce_specversion";
  static final String TIME = "ce_time";
  static final String SUBJECT = "ce_subject";
  static final String SEQUENCE = "ce_sequence";
  static final String CONTENT_TYPE = "content-type";

  private MessageHeaders() {}

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static String required(Headers headers, String name) {
    String value = text(headers, name);
    if (value == null) {
      throw new UnusableMessageException("header " + name + " is missing");
    }
    return value;
  }

  static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
