package org.juxian.competition.schedule;

import java.util.List;
import org.juxian.event.Period;

/**
 * A part of a competition at one time: who competes in it and where.
 *
 * @param version 1 at first, one more with each change
 */
public record Heat(String id, long version, Period period, List<Assignment> assignments) {

  public Heat {
    assignments = List.copyOf(assignments);
  }

  boolean has(String entryId) {
    return assignments.stream().anyMatch(assignment -> assignment.entryId().equals(entryId));
  }
}
