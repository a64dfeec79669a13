package org.juxian.registration.place;

import java.util.List;
import org.juxian.platform.values.Text;

/**
 * A part of an event's venue into which people are let.
 *
 * @param id short and chosen by the organiser, such as {@code vip}
 * @param reEntry whether one may come in again
 * @param ticketTypeIds which kinds of ticket it is open to; empty: to all
 */
public record Zone(String id, Text name, ReEntry reEntry, List<String> ticketTypeIds) {

  public Zone {
    ticketTypeIds = List.copyOf(ticketTypeIds);
  }

  boolean isOpenTo(String ticketTypeId) {
    return ticketTypeIds.isEmpty() || ticketTypeIds.contains(ticketTypeId);
  }
}
