package org.juxian.fair.interviewing;

import java.util.List;
import java.util.stream.Stream;
import org.juxian.fair.booth.Opening;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/** An exhibitor opens interview slots in a row at a table of its booth. */
@Component
public class OpenInterviews {

  /** More are refused in any case. */
  private static final int MOST_IDS = 100;

  private final FairChanges changes;
  private final Ids ids;

  OpenInterviews(FairChanges changes, Ids ids) {
    this.changes = changes;
    this.ids = ids;
  }

  /** Opens them all, or none. */
  public Outcome open(String fairId, String applicationId, Opening opening) {
    int count = Math.clamp(opening.count(), 0, MOST_IDS);
    List<String> fresh = Stream.generate(ids::next).limit(count).toList();
    return changes.change(
        fairId, (fair, now) -> fair.openInterviews(applicationId, fresh, opening, now));
  }
}
