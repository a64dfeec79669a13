package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.juxian.platform.values.Text;
import org.juxian.registration.agenda.ChooseSessions;
import org.juxian.registration.agenda.Programme;
import org.juxian.registration.agenda.Timetable;
import org.juxian.registration.agenda.Timetables;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Registration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The programme of the forum that a person is registered for, and which sessions they chose. */
@RestController
@AllowedTo(signedIn = true)
class SessionChoiceController {

  private static final int MOST = 500;

  /** The ids of all sessions that the person will attend. */
  record ChoiceRequest(
      @NotNull @Size(max = MOST)
          List<@NotNull @Pattern(regexp = "[0-9a-f]{32}") String> sessions) {}

  /** A session; {@code clashes} is what the person has at that time, or too near to it. */
  record SessionView(
      String id,
      Text title,
      Text room,
      Instant startsAt,
      Instant endsAt,
      List<Text> speakers,
      boolean chosen,
      List<RegistrationViews.Clash> clashes) {}

  /**
   * The programme by time; empty where none is known.
   *
   * @param version what {@code If-Match} wants
   * @param onClash what the organiser wants done about a clash: allow, warn or refuse
   * @param open whether the person may choose
   */
  record ProgrammeView(long version, String onClash, boolean open, List<SessionView> sessions) {}

  private final SeenRegistrations seen;
  private final ChooseSessions choosing;
  private final Timetables timetables;

  SessionChoiceController(SeenRegistrations seen, ChooseSessions choosing, Timetables timetables) {
    this.seen = seen;
    this.choosing = choosing;
    this.timetables = timetables;
  }

  @GetMapping("/api/registrations/{id}/sessions")
  ResponseEntity<ProgrammeView> show(@PathVariable String id, Caller caller) {
    SeenRegistrations.Seen found = seen.own(caller, id);
    return view(found.saved(), found.event());
  }

  /** Chooses these and no others; with {@code If-Match}, only if nobody wrote in between. */
  @PutMapping("/api/registrations/{id}/sessions")
  ResponseEntity<ProgrammeView> choose(
      @PathVariable String id,
      @RequestBody @Valid ChoiceRequest request,
      Optional<IfMatch> ifMatch,
      Caller caller) {
    Event event = seen.own(caller, id).event();
    OptionalLong version =
        ifMatch.map(match -> OptionalLong.of(match.version())).orElseGet(OptionalLong::empty);
    return switch (choosing.choose(id, event, caller.personId(), version, request.sessions())) {
      case ChooseSessions.Outcome.Done(var saved) -> view(saved, event);
      case ChooseSessions.Outcome.Stale() -> throw Problem.of(412, "stale");
      case ChooseSessions.Outcome.Refused(var why) -> throw Problems.of(why);
    };
  }

  private ResponseEntity<ProgrammeView> view(Saved saved, Event event) {
    Timetable timetable = timetables.of(saved, event);
    List<String> chosen = saved.registration().booking().sessions();
    boolean open = saved.registration() instanceof Registration.Active && !event.cancelled();
    return Versioned.ok(
        saved.version(),
        new ProgrammeView(
            saved.version(),
            Words.of(event.admission().settings().agenda().onClash()),
            open,
            timetable.programme().sessions().stream()
                .map(session -> view(session, timetable, chosen))
                .toList()));
  }

  private static SessionView view(
      Programme.Session session, Timetable timetable, List<String> chosen) {
    return new SessionView(
        session.id(),
        session.title(),
        session.room(),
        session.startsAt(),
        session.endsAt(),
        session.speakers(),
        chosen.contains(session.id()),
        timetable.clashes(session.id(), chosen).stream().map(RegistrationViews.Clash::of).toList());
  }
}
