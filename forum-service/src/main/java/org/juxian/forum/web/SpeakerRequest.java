package org.juxian.forum.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.event.web.EventRequest;
import org.juxian.forum.agenda.Speaker;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A speaker as a request gives them.
 *
 * @param personId their account, where they have one
 */
record SpeakerRequest(
    @NotNull @Localized(max = 100) Text name,
    @Nullable @Localized(max = 200) Text affiliation,
    @Nullable @Pattern(regexp = EventRequest.ID) String personId) {

  Speaker speaker() {
    return new Speaker(name, affiliation, personId);
  }
}
