package org.juxian.registration.delegation.sheet;

import java.util.List;

/**
 * Something wrong in a list.
 *
 * @param line in the file, from 1
 * @param column as it is headed; empty where the whole row is meant
 * @param field {@code name}, {@code phone} or a question's id; empty where the whole row is meant
 * @param code names the text that says what is wrong
 */
public record RowFault(int line, String column, String field, String code, List<Object> arguments) {

  public RowFault {
    arguments = List.copyOf(arguments);
  }

  public static RowFault of(int line, String column, String field, String code, Object... more) {
    return new RowFault(line, column, field, code, List.of(more));
  }

  public static RowFault ofLine(int line, String code, Object... more) {
    return of(line, "", "", code, more);
  }
}
