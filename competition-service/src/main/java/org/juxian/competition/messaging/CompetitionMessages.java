package org.juxian.competition.messaging;

import java.util.ArrayList;
import java.util.List;
import org.juxian.competition.schedule.CompetitionDecision;
import org.juxian.competition.schedule.HeatFact;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.event.messaging.EventMessages;
import org.juxian.platform.messaging.Outgoing;
import org.springframework.stereotype.Component;

/**
 * Words what was decided as messages on {@code juxian.competition}; their key is the competition's
 * id.
 */
@Component
public class CompetitionMessages {

  private final EventMessages events = new EventMessages(EventKind.COMPETITION);

  /** What a decision tells: to everyone first, then to entrants. */
  public List<Outgoing> of(String id, CompetitionDecision.Accepted decision) {
    EventDetails details = decision.competition().event().details();
    List<Outgoing> messages = new ArrayList<>(events.of(id, details, decision.announcement()));
    for (HeatFact fact : decision.facts()) {
      if (concernsSomebody(fact)) {
        messages.add(message(id, details, fact));
      }
    }
    return messages;
  }

  private static boolean concernsSomebody(HeatFact fact) {
    return switch (fact) {
      case HeatFact.Scheduled(_, var places, _) -> !places.isEmpty();
      case HeatFact.Cancelled(_, var places, _) -> !places.isEmpty();
    };
  }

  private Outgoing message(String id, EventDetails details, HeatFact fact) {
    return switch (fact) {
      case HeatFact.Scheduled(var heat, var places, var rescheduled) ->
          events.about(
              id,
              "heat-scheduled",
              new HeatScheduled(
                  id,
                  details.title(),
                  heat.id(),
                  heat.period().startsAt(),
                  heat.period().endsAt(),
                  details.venue(),
                  places.stream()
                      .map(
                          place ->
                              new HeatScheduled.Entrant(
                                  place.entry().personId(),
                                  place.entry().id(),
                                  place.workstation()))
                      .toList(),
                  rescheduled));
      case HeatFact.Cancelled(var heat, var places, var withdrawn) ->
          events.about(
              id,
              "heat-cancelled",
              new HeatCancelled(
                  id,
                  details.title(),
                  heat.id(),
                  heat.period().startsAt(),
                  places.stream()
                      .map(place -> new HeatCancelled.Entrant(place.entry().personId()))
                      .toList(),
                  withdrawn ? HeatCancelled.ENTRY_CANCELLED : null));
    };
  }
}
