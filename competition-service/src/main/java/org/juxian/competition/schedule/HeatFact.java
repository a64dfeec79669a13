package org.juxian.competition.schedule;

import java.util.List;

/** What a decision means to entrants. */
public sealed interface HeatFact {

  /**
   * They compete in this heat.
   *
   * @param rescheduled whether they knew of it as another time or workstation
   */
  record Scheduled(Heat heat, List<Place> places, boolean rescheduled) implements HeatFact {}

  /**
   * They compete in it no more.
   *
   * @param withdrawn whether because their entry was cancelled
   */
  record Cancelled(Heat heat, List<Place> places, boolean withdrawn) implements HeatFact {}

  /** An entry's place in a heat. */
  record Place(Entry entry, String workstation) {}
}
