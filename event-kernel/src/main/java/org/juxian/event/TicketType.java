package org.juxian.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * One way to register for an event, with its own number of places.
 *
 * @param id the same for ever, unique in its event
 * @param capacity places: persons, or teams where {@code team} is given
 * @param opensAt from when one can register
 * @param closesAt until when
 * @param team given where teams register, by their captain
 */
public record TicketType(
    String id,
    Text name,
    int capacity,
    Instant opensAt,
    Instant closesAt,
    @Nullable TeamSize team) {}
