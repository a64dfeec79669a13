package org.juxian.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.Deliveries;
import org.juxian.notification.delivering.SentMessage;
import org.juxian.notification.delivering.SentMessages;
import org.juxian.notification.delivering.Status;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.platform.service.web.Page;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was sent. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

  private final SentMessages messages;
  private final Deliveries deliveries;
  private final InstantSource clock;

  NotificationController(SentMessages messages, Deliveries deliveries, InstantSource clock) {
    this.messages = messages;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * A message as it is shown.
   *
   * @param kind such as {@code registration-confirmed}
   * @param status queued, sending, sent, skipped (no address for this channel), in-doubt (it may
   *     have been sent) or failed
   */
  record Shown(
      String id,
      String kind,
      String channel,
      String status,
      Instant at,
      int attempts,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String detail) {}

  @GetMapping("/mine")
  @AllowedTo(signedIn = true)
  @Operation(summary = "SMS and mail sent to the caller, newest first")
  Page<Shown> mine(Caller caller, PageQuery page) {
    return page(messages.to(caller.personId(), before(page), page.limit() + 1), page);
  }

  @GetMapping("/deliveries")
  @AllowedTo(roles = Roles.ADMINISTRATOR)
  @Operation(summary = "All deliveries, newest first, without addresses and texts")
  Page<Shown> deliveries(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String channel,
      PageQuery page) {
    return page(
        messages.all(
            one(Status.values(), status, "status"),
            one(Channel.values(), channel, "channel"),
            before(page),
            page.limit() + 1),
        page);
  }

  @PostMapping("/deliveries/{id}/send-again")
  @AllowedTo(roles = Roles.ADMINISTRATOR)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send a message that is in doubt once more",
      description =
          "404 unless it is in doubt: the service stopped, or the provider fell silent, while it was"
              + " handed over. The person may get it twice. Sign-in codes are never sent again.")
  void sendAgain(@PathVariable String id) {
    if (!deliveries.again(id, clock.instant())) {
      throw Problem.notFound();
    }
  }

  private static Page<Shown> page(List<SentMessage> rows, PageQuery page) {
    return Page.of(rows, page.limit(), last -> last.at().toString(), NotificationController::shown);
  }

  private static Shown shown(SentMessage message) {
    return new Shown(
        message.id(),
        message.kind().key(),
        name(message.channel()),
        name(message.status()),
        message.at(),
        message.attempts(),
        message.subject(),
        message.text(),
        message.detail());
  }

  private static Optional<Instant> before(PageQuery page) {
    try {
      return page.after().map(Instant::parse);
    } catch (DateTimeException malformed) {
      throw Problem.of(400, "invalid").field("cursor", "cursor");
    }
  }

  private static <E extends Enum<E>> @Nullable E one(
      E[] values, @Nullable String given, String field) {
    if (given == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> name(value).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(400, "invalid")
                    .field(
                        field,
                        "one-of",
                        String.join(
                            ", ",
                            Arrays.stream(values).map(NotificationController::name).toList())));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
