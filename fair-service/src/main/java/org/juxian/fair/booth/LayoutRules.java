package org.juxian.fair.booth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.juxian.event.Fault;

/** The rules of halls and booths; fields are named as in the request that lays them out. */
final class LayoutRules {

  static final int MOST_COLUMNS = 100;
  static final int MOST_ROWS = 100;
  static final int MOST_BOOTHS = 1000;
  static final int MOST_BOOTHS_PER_COMPANY = 10;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();

  private LayoutRules() {}

  /** Every fault of a layout; none if all is well. */
  static List<Fault> faults(List<Hall> halls, int boothsPerCompany) {
    LayoutRules rules = new LayoutRules();
    rules.range("boothsPerCompany", boothsPerCompany, MOST_BOOTHS_PER_COMPANY);
    if (halls.stream().mapToInt(hall -> hall.booths().size()).sum() > MOST_BOOTHS) {
      rules.faults.add(Fault.of("halls", "most-booths", MOST_BOOTHS));
    }
    for (int at = 0; at < halls.size(); at++) {
      rules.hall(halls.get(at), "halls[" + at + "].");
    }
    return List.copyOf(rules.faults);
  }

  private void hall(Hall hall, String path) {
    idIsUnique(hall.id(), path);
    range(path + "columns", hall.columns(), MOST_COLUMNS);
    range(path + "rows", hall.rows(), MOST_ROWS);
    Set<List<Integer>> cells = new HashSet<>();
    for (int at = 0; at < hall.booths().size(); at++) {
      Booth booth = hall.booths().get(at);
      String place = path + "booths[" + at + "].";
      idIsUnique(booth.id(), place);
      if (!numbers.add(booth.number())) {
        faults.add(Fault.of(place + "number", "duplicate"));
      }
      range(place + "column", booth.column(), hall.columns());
      range(place + "row", booth.row(), hall.rows());
      if (!cells.add(List.of(booth.column(), booth.row()))) {
        faults.add(Fault.of(place + "column", "cell-taken"));
      }
    }
  }

  private void idIsUnique(String id, String path) {
    if (!ids.add(id)) {
      faults.add(Fault.of(path + "id", "duplicate"));
    }
  }

  private void range(String field, int value, int most) {
    if (value < 1 || value > most) {
      faults.add(Fault.of(field, "range", 1, most));
    }
  }
}
