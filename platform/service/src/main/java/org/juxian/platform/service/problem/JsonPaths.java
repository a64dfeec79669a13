package org.juxian.platform.service.problem;

import tools.jackson.core.JacksonException;
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
}
