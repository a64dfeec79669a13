package org.juxian.fair.messaging;

import java.util.ArrayList;
import java.util.List;
import org.juxian.event.Aspect;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.event.messaging.EventMessages;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.BoothFact;
import org.juxian.fair.booth.FairDecision;
import org.juxian.fair.booth.InterviewFact;
import org.juxian.fair.booth.Place;
import org.juxian.platform.messaging.Outgoing;
import org.springframework.stereotype.Component;

/** Words what was decided as messages on {@code juxian.fair}; their key is the fair's id. */
@Component
public class FairMessages {

  private final EventMessages events = new EventMessages(EventKind.FAIR);
  private final InterviewMessages interviews = new InterviewMessages(events);

  /** What a decision tells: to everyone first, then to applicants and visitors. */
  public List<Outgoing> of(String fairId, FairDecision.Accepted decision) {
    EventDetails details = decision.fair().event().details();
    List<Outgoing> messages = new ArrayList<>(events.of(fairId, details, decision.announcement()));
    for (BoothFact fact : decision.facts()) {
      messages.add(message(fairId, details, fact));
    }
    for (InterviewFact fact : decision.interviews()) {
      messages.add(interviews.message(fairId, decision.fair(), fact));
    }
    return messages;
  }

  private Outgoing message(String fairId, EventDetails details, BoothFact fact) {
    String application = fact.application().id();
    Applicant applicant = fact.application().applicant();
    return switch (fact) {
      case BoothFact.Assigned(_, Place place, var previous) ->
          events.about(
              fairId,
              "booth-assigned",
              new BoothAssigned(
                  fairId,
                  details.title(),
                  details.period().startsAt(),
                  details.venue(),
                  application,
                  applicant.personId(),
                  applicant.companyName(),
                  place.hall().name(),
                  place.booth().number(),
                  previous));
      case BoothFact.Withdrawn(_, Place place, var reason) ->
          events.about(
              fairId,
              "booth-withdrawn",
              new BoothWithdrawn(
                  fairId,
                  details.title(),
                  application,
                  applicant.personId(),
                  applicant.companyName(),
                  place.hall().name(),
                  place.booth().number(),
                  reason));
      case BoothFact.Rejected(_, var reason) ->
          events.about(
              fairId,
              "application-rejected",
              new ApplicationRejected(
                  fairId,
                  details.title(),
                  application,
                  applicant.personId(),
                  applicant.companyName(),
                  reason));
      case BoothFact.FairChanged(_, var place, var aspects) ->
          events.about(
              fairId,
              "exhibition-changed",
              new ExhibitionChanged(
                  fairId,
                  details.title(),
                  details.period().startsAt(),
                  details.period().endsAt(),
                  details.venue(),
                  application,
                  applicant.personId(),
                  applicant.companyName(),
                  place == null ? null : place.hall().name(),
                  place == null ? null : place.booth().number(),
                  aspects.stream().sorted().map(Aspect::wireName).toList()));
      case BoothFact.FairCancelled(_, var reason) ->
          events.about(
              fairId,
              "exhibition-cancelled",
              new ExhibitionCancelled(
                  fairId,
                  details.title(),
                  details.period().startsAt(),
                  application,
                  applicant.personId(),
                  applicant.companyName(),
                  reason));
    };
  }
}
