package org.juxian.event.web;

import jakarta.validation.constraints.NotNull;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** Where an event takes place, as a request gives it. */
public record VenueRequest(
    @NotNull @Localized(max = 200) Text name, @NotNull @Localized(max = 500) Text address) {

  Venue venue() {
    return new Venue(name, address);
  }
}
