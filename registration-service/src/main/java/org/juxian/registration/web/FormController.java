package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.juxian.registration.answering.Answers;
import org.juxian.registration.answering.Forms;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.questions.Form;
import org.juxian.registration.questions.FormReader;
import org.juxian.registration.questions.PlainQuestion;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an organiser asks those who register. */
@RestController
class FormController {

  /** The next version of a form; no questions ask nothing. */
  record FormRequest(
      @NotNull @Size(max = FormReader.MOST_QUESTIONS) List<PlainQuestion> questions,
      @Nullable Instant editableUntil) {}

  /** A form; {@code version} is 0 where nothing was ever asked. */
  record FormView(
      String eventId, long version, Instant editableUntil, List<PlainQuestion> questions) {}

  /** What was asked from then on, until the next version. */
  record VersionView(long version, Instant publishedAt, List<PlainQuestion> questions) {}

  /** At most the last hundred versions. */
  record FormVersions(List<VersionView> items) {}

  private final Forms forms;
  private final EventBook events;

  FormController(Forms forms, EventBook events) {
    this.forms = forms;
    this.events = events;
  }

  @GetMapping("/api/events/{id}/form")
  @AllowedTo(anyone = true)
  ResponseEntity<FormView> show(@PathVariable String id) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    return answer(event, forms.latest(id));
  }

  /** Everything that was asked, newest first: answers name the version that they belong to. */
  @GetMapping("/api/events/{id}/form/versions")
  @AllowedTo(roles = Roles.ORGANISER)
  FormVersions versions(@PathVariable String id, Caller caller) {
    Access.toManage(caller, events.find(id).orElseThrow(Problem::notFound));
    return new FormVersions(
        forms.versions(id).stream()
            .map(
                one ->
                    new VersionView(
                        one.form().version(),
                        one.at(),
                        one.form().questions().stream().map(PlainQuestion::of).toList()))
            .toList());
  }

  /** Answers given before stay as they are, with the version that they were held against. */
  @PutMapping("/api/events/{id}/form")
  @AllowedTo(roles = Roles.ORGANISER)
  ResponseEntity<FormView> change(
      @PathVariable String id,
      @RequestBody @Valid FormRequest request,
      IfMatch seen,
      Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    return switch (FormReader.read(
        seen.version() + 1, request.questions(), request.editableUntil())) {
      case FormReader.Read.Unsound(var faults) -> throw Faults.problem("", faults);
      case FormReader.Read.Sound(Form form) -> {
        if (forms.latest(id).version() != seen.version()
            || !forms.publish(id, form, caller.personId())) {
          throw Problem.of(412, "stale");
        }
        yield answer(event, form);
      }
    };
  }

  private static ResponseEntity<FormView> answer(Event event, Form form) {
    return Versioned.ok(
        form.version(),
        new FormView(
            event.id(),
            form.version(),
            Answers.editableUntil(event, form),
            form.questions().stream().map(PlainQuestion::of).toList()));
  }
}
