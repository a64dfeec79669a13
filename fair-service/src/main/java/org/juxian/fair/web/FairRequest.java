package org.juxian.fair.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.EventRequest;
import org.juxian.event.web.TicketTypeRequest;
import org.juxian.event.web.VenueRequest;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A fair as an organiser wants it.
 *
 * @param boothsPerCompany how many booths one legal entity may hold; 1 if absent
 */
record FairRequest(
    @NotNull @Pattern(regexp = EventRequest.ID) String organisationId,
    @NotNull @Localized(max = EventRequest.TITLE) Text title,
    @NotNull @Localized(max = EventRequest.SUMMARY) Text summary,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Valid VenueRequest venue,
    @NotNull @Size(max = 20) List<@NotNull @Valid HallRequest> halls,
    @NotNull @Size(max = EventRequest.TICKET_TYPES)
        List<@NotNull @Valid TicketTypeRequest> ticketTypes,
    @Nullable Integer boothsPerCompany)
    implements EventRequest {

  int limit() {
    return boothsPerCompany == null ? 1 : boothsPerCompany;
  }
}
