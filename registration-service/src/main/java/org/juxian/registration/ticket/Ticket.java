package org.juxian.registration.ticket;

import java.time.Instant;

/**
 * What a ticket's token says.
 *
 * @param revision 0 for the first ticket of a registration; a higher one replaces it
 * @param validFrom before it a device that knows nothing else refuses the ticket; whole seconds
 * @param validUntil from when on such a device refuses it; whole seconds
 */
public record Ticket(
    String eventId, String registrationId, int revision, Instant validFrom, Instant validUntil) {}
