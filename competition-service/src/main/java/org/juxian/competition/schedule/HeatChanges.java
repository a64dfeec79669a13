package org.juxian.competition.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Who must be told what when a heat becomes another: those who are new, those whose time or
 * workstation moved, those who left.
 */
final class HeatChanges {

  private HeatChanges() {}

  static List<HeatFact> between(Competition competition, Heat before, Heat after) {
    boolean sameTime = before.period().equals(after.period());
    List<Assignment> joined = new ArrayList<>();
    List<Assignment> moved = new ArrayList<>();
    for (Assignment assignment : after.assignments()) {
      if (!before.has(assignment.entryId())) {
        joined.add(assignment);
      } else if (!sameTime || !before.assignments().contains(assignment)) {
        moved.add(assignment);
      }
    }
    List<Assignment> left =
        before.assignments().stream().filter(one -> !after.has(one.entryId())).toList();
    List<HeatFact> facts = new ArrayList<>();
    if (!joined.isEmpty()) {
      facts.add(competition.scheduled(after, joined, false));
    }
    if (!moved.isEmpty()) {
      facts.add(competition.scheduled(after, moved, true));
    }
    facts.addAll(competition.cancelled(before, left));
    return facts;
  }
}
