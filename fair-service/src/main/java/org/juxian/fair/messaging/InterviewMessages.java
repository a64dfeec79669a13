package org.juxian.fair.messaging;

import java.util.Objects;
import org.juxian.event.EventDetails;
import org.juxian.event.messaging.EventMessages;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.InterviewFact;
import org.juxian.fair.booth.InterviewSlot;
import org.juxian.fair.booth.Place;
import org.juxian.platform.messaging.Outgoing;

/** Words what happened to interviews at a fair, as it is after that. */
final class InterviewMessages {

  private final EventMessages events;

  InterviewMessages(EventMessages events) {
    this.events = events;
  }

  Outgoing message(String fairId, Fair fair, InterviewFact fact) {
    EventDetails details = fair.event().details();
    InterviewSlot slot = fact.slot();
    String person = Objects.requireNonNull(slot.guest(), "guest").personId();
    String company =
        Objects.requireNonNull(fair.plan().applications().get(slot.applicationId()), "application")
            .applicant()
            .companyName();
    return switch (fact) {
      case InterviewFact.Booked(_, var moved) -> {
        Place place = fair.plan().placeOf(slot.applicationId()).orElseThrow();
        yield events.about(
            fairId,
            "interview-booked",
            new InterviewBooked(
                fairId,
                details.title(),
                slot.id(),
                person,
                company,
                slot.period().startsAt(),
                slot.period().endsAt(),
                details.venue(),
                place.hall().name(),
                place.booth().number(),
                slot.table(),
                moved));
      }
      case InterviewFact.Ended(_, var cause, var reason) ->
          events.about(
              fairId,
              "interview-ended",
              new InterviewEnded(
                  fairId,
                  details.title(),
                  slot.id(),
                  person,
                  company,
                  slot.period().startsAt(),
                  cause.wireName(),
                  reason));
    };
  }
}
