package org.juxian.registration.questions;

import java.util.List;

/**
 * Something wrong in a form or an answer.
 *
 * @param path where: {@code questions[2].options[0].id}, or a question's id
 * @param code names the text that says what is wrong
 * @param arguments what the text tells besides
 */
public record Fault(String path, String code, List<Object> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(String path, String code, Object... arguments) {
    return new Fault(path, code, List.of(arguments));
  }
}
