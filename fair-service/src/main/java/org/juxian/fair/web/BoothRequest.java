package org.juxian.fair.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.EventRequest;
import org.juxian.fair.booth.Booth;
import org.juxian.platform.messaging.Ids;

/**
 * A booth as a request gives it; columns and rows count from 1.
 *
 * @param id of one that the fair has already; absent for a new one
 */
record BoothRequest(
    @Nullable @Pattern(regexp = EventRequest.ID) String id,
    @NotBlank @Size(max = 20) String number,
    @NotNull Integer column,
    @NotNull Integer row) {

  Booth booth(Ids ids) {
    return new Booth(id == null ? ids.next() : id, number.strip(), column, row);
  }
}
