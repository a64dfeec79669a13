package org.juxian.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers what people ask of their own data, {@code privacy.export-requested.v1} and {@code
 * privacy.erasure-requested.v1}: does it, and says so with {@code privacy.answered.v1}. The answer
 * is stored with its message in one write, whose id is the wish: a wish that comes twice is
 * answered once.
 */
final class PersonalDataRequests {

  private static final String TOPIC = "juxian.privacy";
  private static final String ANSWERED = "privacy.answered.v1";
  private static final int MOST_BYTES = 700_000;

  /** Public for the driver's record codec. */
  public record AnswerDocument(String kind, Instant at) {}

  /** Our reading of both requests. */
  record Request(String requestId, String personId) {}

  /** What is told. */
  record Answer(
      String requestId, String service, String kind, Instant completedAt, @Nullable Object data) {}

  private final AggregateCollection<AnswerDocument> answers;
  private final PersonalData data;
  private final InstantSource clock;
  private final String service;

  PersonalDataRequests(
      Aggregates aggregates, PersonalData data, InstantSource clock, String service) {
    this.answers = aggregates.open("privacy-answers", AnswerDocument.class);
    this.data = data;
    this.clock = clock;
    this.service = service;
  }

  Subscription subscription() {
    return Subscription.to(TOPIC)
        .on("privacy.export-requested.v1", Request.class, message -> answer(message, "export"))
        .on("privacy.erasure-requested.v1", Request.class, message -> answer(message, "erasure"));
  }

  private void answer(Incoming<Request> message, String kind) {
    Request request = message.data();
    if (answers.find(request.requestId()).isPresent()) {
      return;
    }
    @Nullable Object exported = null;
    if (kind.equals("export")) {
      exported = bounded(data.export(request.personId()));
    } else {
      data.erase(request.personId());
    }
    Instant now = clock.instant();
    Outgoing told =
        new Outgoing(
            TOPIC,
            ANSWERED,
            request.requestId(),
            new Answer(request.requestId(), service, kind, now, exported));
    try {
      answers.insert(
          request.requestId(), new Change<>(new AnswerDocument(kind, now), List.of(told)), null);
    } catch (DuplicateException _) {
      // somebody else answered
    }
  }

  /** A message has an end; what is longer is said to be, and can be had from the administrators. */
  private static Object bounded(Object exported) {
    byte[] json = MessageJson.mapper().writeValueAsBytes(exported);
    return json.length <= MOST_BYTES
        ? exported
        : Map.of(
            "truncated",
            true,
            "bytes",
            json.length,
            "beginning",
            new String(json, 0, MOST_BYTES / 4, StandardCharsets.UTF_8));
  }
}
