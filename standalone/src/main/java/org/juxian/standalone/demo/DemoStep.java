package org.juxian.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request of the demo. Texts may hold blanks: <code>${name.path}</code> is taken from an
 * earlier answer, and {@code D+21 09:00} is a time so many days from today in Shanghai.
 *
 * @param say what a person is told before the step; several steps may share one line
 * @param as the key of the account that asks
 * @param method GET is repeated until it is answered, since what it asks for may still be on its
 *     way between services
 * @param ifMatch the {@code If-Match} header
 * @param until GET: a path which must be in the answer
 * @param save the name under which later steps find the answer
 */
record DemoStep(
    @Nullable String say,
    String as,
    String method,
    String path,
    @Nullable String ifMatch,
    @Nullable JsonNode body,
    @Nullable String until,
    @Nullable String save) {

  DemoStep(
      @JsonProperty("say") @Nullable String say,
      @JsonProperty("as") String as,
      @JsonProperty("method") String method,
      @JsonProperty("path") String path,
      @JsonProperty("ifMatch") @Nullable String ifMatch,
      @JsonProperty("body") @Nullable JsonNode body,
      @JsonProperty("until") @Nullable String until,
      @JsonProperty("save") @Nullable String save) {
    this.say = say;
    this.as = as;
    this.method = method;
    this.path = path;
    this.ifMatch = ifMatch;
    this.body = body;
    this.until = until;
    this.save = save;
  }
}
