package org.juxian.registration.organising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Team;

/**
 * A registration as its event's organiser sees it.
 *
 * @param status as on the wire, in lower case with hyphens
 * @param ticketNumber absent where there was never a place for it
 * @param organisationId the school or company that the person comes from
 */
public record RosterRow(
    String id,
    String personId,
    String name,
    String status,
    String ticketTypeId,
    @Nullable String ticketNumber,
    @Nullable String organisationId,
    @Nullable Team team,
    Instant createdAt,
    @Nullable Instant checkedInAt,
    @Nullable Instant cancelledAt) {}
