package org.juxian.fair.managing;

import java.util.List;
import org.juxian.event.EventDetails;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.Hall;
import org.juxian.fair.messaging.FairMessages;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/** An organiser drafts a fair. */
@Component
public class CreateFair {

  private final Fairs fairs;
  private final FairMessages messages;
  private final Ids ids;

  CreateFair(Fairs fairs, FairMessages messages, Ids ids) {
    this.fairs = fairs;
    this.messages = messages;
    this.ids = ids;
  }

  /** Keeps a new draft. */
  public Outcome create(EventDetails details, List<Hall> halls, int boothsPerCompany) {
    String id = ids.next();
    return switch (Fair.draft(details, halls, boothsPerCompany)) {
      case FairDecision.Refused(var why) -> new Outcome.Refused(why);
      case FairDecision.Accepted accepted ->
          new Outcome.Done(fairs.add(id, accepted.fair(), messages.of(id, accepted)));
    };
  }
}
