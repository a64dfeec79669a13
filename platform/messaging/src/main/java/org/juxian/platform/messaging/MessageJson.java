package org.juxian.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the data of messages is written and read: absent rather than null, and what a reader does not
 * know is passed over.
 */
public final class MessageJson {

  private MessageJson() {}

  /** A mapper as the contracts ask for. */
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(JsonTime.module())
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
