package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.Versioned;
import org.juxian.registration.answering.AnswerFiles;
import org.juxian.registration.answering.Answers;
import org.juxian.registration.answering.Forms;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.persistence.AnswerFileStore.AnswerFile;
import org.juxian.registration.persistence.AnswerStore.Kept;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.place.Registration;
import org.juxian.registration.questions.Answer;
import org.juxian.registration.questions.Answering;
import org.juxian.registration.questions.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a person answered: to see, to correct, and the files that belong to it. */
@RestController
@AllowedTo(signedIn = true)
class AnswerController {

  private static final int LONGEST_NAME = 100;

  /** Answers by question. */
  record AnswersRequest(@NotNull Map<String, @Nullable Object> answers) {}

  /** A person's answers and the version of the form that they answer. */
  record AnswersView(long formVersion, Map<String, Object> answers) {}

  /** A file that was brought, to be named in an answer. */
  record FileView(String fileId, String name, String type, int size) {}

  private record Mine(Registration registration, Event event) {}

  private final RegistrationStore registrations;
  private final EventBook events;
  private final Answers answers;
  private final Forms forms;
  private final AnswerFiles files;

  AnswerController(
      RegistrationStore registrations,
      EventBook events,
      Answers answers,
      Forms forms,
      AnswerFiles files) {
    this.registrations = registrations;
    this.events = events;
    this.answers = answers;
    this.forms = forms;
    this.files = files;
  }

  @GetMapping("/api/registrations/{id}/answers")
  ResponseEntity<AnswersView> show(@PathVariable String id, Caller caller) {
    Mine mine = seen(id, caller);
    return answer(answers.find(mine.event().id(), mine.registration().booking().personId()));
  }

  /** Replaces all answers, held against the form as it is now. */
  @PutMapping("/api/registrations/{id}/answers")
  ResponseEntity<AnswersView> correct(
      @PathVariable String id,
      @RequestBody @Valid AnswersRequest request,
      IfMatch seen,
      Caller caller) {
    Mine mine = seen(id, caller);
    String personId = mine.registration().booking().personId();
    if (!personId.equals(caller.personId())) {
      throw Problem.of(403, "not-allowed");
    }
    Form form = forms.latest(mine.event().id());
    return switch (answers.check(form, personId, request.answers())) {
      case Answering.Outcome.Refused(var faults) -> throw Faults.problem("answers.", faults);
      case Answering.Outcome.Accepted(var good) ->
          switch (answers.correct(mine.event(), personId, form, seen.version(), good)) {
            case DONE -> answer(answers.find(mine.event().id(), personId));
            case STALE -> throw Problem.of(412, "stale");
            case TOO_LATE -> throw Problem.of(409, "answers-closed");
          };
    };
  }

  /** Brings a file (PDF, JPEG or PNG by its content, at most 2 MB) as the part {@code file}. */
  @PostMapping("/api/registrations/files")
  ResponseEntity<FileView> bring(
      @RequestParam(required = false) @Nullable MultipartFile file, Caller caller) {
    if (file == null || file.isEmpty()) {
      throw Problem.invalid("file", "required");
    }
    String name = name(file.getOriginalFilename());
    return switch (files.bring(caller.personId(), name, content(file))) {
      case AnswerFiles.Brought.Kept(String id, var type) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(new FileView(id, name, type.label(), Math.toIntExact(file.getSize())));
      case AnswerFiles.Brought.TooLarge() -> throw Problem.of(413, "too-large");
      case AnswerFiles.Brought.WrongType() -> throw Problem.invalid("file", "file-type");
      case AnswerFiles.Brought.TooMany() -> throw Problem.of(429, "too-many-files");
    };
  }

  /** For the organiser; always as a download, never to be shown in place. */
  @GetMapping("/api/registrations/{id}/files/{questionId}")
  ResponseEntity<byte[]> download(
      @PathVariable String id, @PathVariable String questionId, Caller caller) {
    Mine mine = seen(id, caller);
    if (!Access.manages(caller, mine.event())) {
      throw Problem.of(403, "not-allowed");
    }
    Kept kept = answers.find(mine.event().id(), mine.registration().booking().personId());
    if (!(kept.answers().get(questionId) instanceof Answer.Upload(String fileId))) {
      throw Problem.notFound();
    }
    AnswerFile file = files.find(fileId).orElseThrow(Problem::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file.content());
  }

  private Mine seen(String id, Caller caller) {
    Registration registration =
        registrations.find(id).orElseThrow(Problem::notFound).registration();
    Event event = events.find(registration.booking().eventId()).orElseThrow(Problem::notFound);
    if (!Access.sees(caller, registration, event)) {
      throw Problem.notFound();
    }
    return new Mine(registration, event);
  }

  private static ResponseEntity<AnswersView> answer(Kept kept) {
    Map<String, Object> shown = new LinkedHashMap<>();
    kept.answers().forEach((question, answer) -> shown.put(question, plain(answer)));
    return Versioned.ok(kept.version(), new AnswersView(kept.formVersion(), shown));
  }

  private static Object plain(Answer answer) {
    return switch (answer) {
      case Answer.Words(String text) -> text;
      case Answer.Chosen(var options) -> options;
      case Answer.Figure(var value) -> value;
      case Answer.Day(var day) -> day.toString();
      case Answer.Upload(String fileId) -> fileId;
      case Answer.Consent(boolean given) -> given;
    };
  }

  /** What a file is called, without a path and what a name cannot have. */
  private static String name(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
    name = name.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
    name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    return name.isEmpty() ? "file" : name;
  }

  private static byte[] content(MultipartFile file) {
    if (file.getSize() > AnswerFiles.MOST_BYTES) {
      throw Problem.of(413, "too-large");
    }
    try {
      return file.getBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
