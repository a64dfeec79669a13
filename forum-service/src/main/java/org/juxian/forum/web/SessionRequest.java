package org.juxian.forum.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Fault;
import org.juxian.event.Period;
import org.juxian.event.web.EventProblems;
import org.juxian.event.web.EventRequest;
import org.juxian.forum.agenda.Session;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/**
 * A session as a request gives it.
 *
 * @param synopsis {@code abstract} in JSON, which Java does not allow as a name; it is therefore
 *     checked by hand, so that faults name {@code abstract}
 */
record SessionRequest(
    @NotNull @Localized(max = 200) Text title,
    @JsonProperty("abstract") @Nullable Text synopsis,
    @NotNull @Pattern(regexp = EventRequest.ID) String roomId,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Size(max = 10) List<@NotNull @Valid SpeakerRequest> speakers) {

  private static final int LONGEST_SYNOPSIS = 1000;

  Session session(String id) {
    EventProblems.check(faults());
    return new Session(
        id,
        title,
        synopsis,
        roomId,
        new Period(EventRequest.kept(startsAt), EventRequest.kept(endsAt)),
        speakers.stream().map(SpeakerRequest::speaker).toList());
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (synopsis != null) {
      check(synopsis.zh(), "abstract.zh", faults);
      check(synopsis.en(), "abstract.en", faults);
    }
    return faults;
  }

  private static void check(@Nullable String text, String path, List<Fault> faults) {
    if (text == null || text.isBlank()) {
      faults.add(Fault.of(path, "required"));
    } else if (text.length() > LONGEST_SYNOPSIS) {
      faults.add(Fault.of(path, "longest", LONGEST_SYNOPSIS));
    }
  }
}
