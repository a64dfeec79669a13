package org.juxian.fair.managing;

import java.util.List;
import java.util.OptionalLong;
import org.juxian.event.EventDetails;
import org.juxian.fair.booth.Hall;
import org.springframework.stereotype.Component;

/** An organiser gives a fair other details, halls and booths. */
@Component
public class EditFair {

  private final FairChanges changes;

  EditFair(FairChanges changes) {
    this.changes = changes;
  }

  /** Changes what the organiser saw as {@code edition}; if it is published, people are told. */
  public Outcome edit(
      String fairId, long edition, EventDetails details, List<Hall> halls, int boothsPerCompany) {
    return changes.change(
        fairId,
        (fair, now) -> fair.edit(OptionalLong.of(edition), details, halls, boothsPerCompany, now));
  }
}
