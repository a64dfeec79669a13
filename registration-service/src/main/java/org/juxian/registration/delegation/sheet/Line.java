package org.juxian.registration.delegation.sheet;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number its line in the file, from 1
 */
public record Line(int number, List<String> cells) {

  public Line {
    cells = List.copyOf(cells);
  }

  /** The cell without space around it; nothing behind the last one. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
