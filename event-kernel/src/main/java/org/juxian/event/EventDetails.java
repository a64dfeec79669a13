package org.juxian.event;

import java.util.List;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/**
 * What every kind of event has in common: enough to list it and to register for it.
 *
 * @param organisationId whose event it is; never changes
 * @param ticketTypes in the order in which people see them
 */
public record EventDetails(
    String organisationId,
    Text title,
    Text summary,
    Period period,
    Venue venue,
    List<TicketType> ticketTypes) {

  public EventDetails {
    ticketTypes = List.copyOf(ticketTypes);
  }
}
