package org.juxian.platform.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an instant as RFC 3339 with the offset of Asia/Shanghai, in answers and in messages alike.
 */
public final class JsonTime {

  /** The zone in which the alliance lives. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZONE);

  private JsonTime() {}

  /** The module to add to a mapper. */
  public static JacksonModule module() {
    return new SimpleModule("juxian-time").addSerializer(new InstantAsRfc3339());
  }

  private static final class InstantAsRfc3339 extends StdSerializer<Instant> {

    InstantAsRfc3339() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
      out.writeString(RFC_3339.format(value));
    }
  }
}
