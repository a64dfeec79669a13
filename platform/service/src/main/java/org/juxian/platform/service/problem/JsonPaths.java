package org.juxian.platform.service.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Words the place in a JSON document at which reading failed. */
final class JsonPaths {

  private JsonPaths() {}

  /** Such as {@code halls[0].booths[2].number}. */
  static String of(DatabindException failed) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : failed.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  /** Where a number is that no field can hold: the parser says so itself, and stands there. */
  static String of(InputCoercionException failed) {
    JsonParser parser = failed.processor();
    return parser == null ? "" : path(parser.streamReadContext());
  }

  private static String path(@Nullable TokenStreamContext at) {
    if (at == null || at.inRoot()) {
      return "";
    }
    String before = path(at.getParent());
    if (at.inArray()) {
      return before + "[" + at.getCurrentIndex() + "]";
    }
    return before.isEmpty() ? at.currentName() : before + "." + at.currentName();
  }
}
