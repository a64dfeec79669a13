package org.juxian.registration.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.Counts;
import org.juxian.registration.checkin.LiveCounts;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How many people are in, as it changes: a stream of server-sent events (WHATWG HTML, 9.2). */
@RestController
class LiveController {

  /** A stream ends after this long: who asks again is checked again. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

  private final EventBook events;
  private final LiveCounts live;
  private final JsonMapper json;
  private final InstantSource clock;

  LiveController(EventBook events, LiveCounts live, JsonMapper json, InstantSource clock) {
    this.events = events;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Events called {@code counts}, each with all counts as JSON: the first at once, the next
   * whenever something changed, whichever replica let somebody in.
   */
  @GetMapping(
      value = "/api/events/{id}/check-ins/live",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ApiResponse(
      responseCode = "200",
      description = "Events called counts; the data of each is JSON of this schema",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = LiveViews.CountsView.class)))
  @AllowedTo(roles = Roles.ORGANISER)
  void live(@PathVariable String id, Caller caller, HttpServletResponse response)
      throws InterruptedException {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toManage(caller, event);
    try (LiveCounts.Listening listening =
        live.listen(id)
            .orElseThrow(() -> Problem.of(429, "too-many-streams").retryAfter(ASK_AGAIN))) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      stream(id, listening, response.getOutputStream());
    } catch (IOException gone) {
      // nobody listens any more
    }
  }

  private void stream(String id, LiveCounts.Listening listening, OutputStream out)
      throws IOException, InterruptedException {
    Instant end = clock.instant().plus(LONGEST);
    write(out, "retry: 2000\n\n");
    while (clock.instant().isBefore(end) && !listening.isOver()) {
      Optional<Counts> counts = listening.next(SIGN_OF_LIFE);
      write(out, counts.map(one -> event(id, one)).orElse(": still here\n\n"));
    }
  }

  private String event(String id, Counts counts) {
    String data =
        events
            .find(id)
            .map(event -> json.writeValueAsString(LiveViews.of(counts, event, clock.instant())))
            .orElse("{}");
    return "event: counts\ndata: " + data + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
