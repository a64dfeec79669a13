package org.juxian.forum.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.juxian.event.web.EventRequest;
import org.juxian.event.web.TicketTypeRequest;
import org.juxian.event.web.VenueRequest;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/** A forum as an organiser wants it; its sessions come one by one. */
record ForumRequest(
    @NotNull @Pattern(regexp = EventRequest.ID) String organisationId,
    @NotNull @Localized(max = EventRequest.TITLE) Text title,
    @NotNull @Localized(max = EventRequest.SUMMARY) Text summary,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Valid VenueRequest venue,
    @NotNull @Size(max = EventRequest.TICKET_TYPES)
        List<@NotNull @Valid TicketTypeRequest> ticketTypes,
    @NotNull @Size(max = 50) List<@NotNull @Valid RoomRequest> rooms)
    implements EventRequest {}
