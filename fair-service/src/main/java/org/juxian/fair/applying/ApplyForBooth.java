package org.juxian.fair.applying;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.managing.FairChanges;
import org.juxian.fair.managing.Outcome;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/** A company applies for a booth. */
@Component
public class ApplyForBooth {

  /** What a company tells beside its name and licence; see {@link Particulars}. */
  public record Contact(String name, @Nullable String phone, @Nullable String wish) {}

  /** What became of it; the particulars are kept only if it was accepted. */
  public record Applied(Particulars particulars, Outcome outcome) {}

  private final FairChanges changes;
  private final Applications applications;
  private final Ids ids;
  private final InstantSource clock;

  ApplyForBooth(FairChanges changes, Applications applications, Ids ids, InstantSource clock) {
    this.changes = changes;
    this.applications = applications;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Applies. The particulars are written first: an application stands in the plan or does not
   * exist, and one that stands there always has its particulars.
   */
  public Applied apply(String fairId, Applicant applicant, Contact contact) {
    Particulars particulars =
        new Particulars(
            ids.next(),
            fairId,
            applicant,
            contact.name(),
            contact.phone(),
            contact.wish(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    applications.add(particulars);
    Outcome outcome =
        changes.change(fairId, (fair, now) -> fair.apply(particulars.id(), applicant, now));
    if (outcome instanceof Outcome.Refused) {
      applications.remove(particulars.id());
    }
    return new Applied(particulars, outcome);
  }
}
