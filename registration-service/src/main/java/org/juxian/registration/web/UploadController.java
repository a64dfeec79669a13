package org.juxian.registration.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.AllowedTo;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.checkin.HearDevice;
import org.juxian.registration.checkin.Passed;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Showing;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears of scans from devices that had no network. */
@RestController
class UploadController {

  /**
   * What became of a scan.
   *
   * @param result {@code counted}; {@code in-doubt} where the person was let in and should not have
   *     been, which is kept for the reconciliation; {@code refused} where there is nothing to keep
   *     it with
   * @param reason why it is not counted: {@code already-in}, {@code not-inside}, {@code cancelled},
   *     {@code replaced}, {@code not-confirmed}, {@code zone-not-open}, {@code no-such-door};
   *     {@code bad-token}, {@code wrong-event}, {@code nonce-used}
   * @param again whether it had been heard of before: the answer is the same as then
   */
  record ScanResult(
      String nonce,
      String result,
      @Nullable String reason,
      @Nullable String registrationId,
      @Nullable String name,
      boolean again) {}

  /** One for each scan, in the order in which they came. */
  record UploadResult(List<ScanResult> items) {}

  private final EventBook events;
  private final HearDevice device;
  private final InstantSource clock;

  UploadController(EventBook events, HearDevice device, InstantSource clock) {
    this.events = events;
    this.device = device;
    this.clock = clock;
  }

  /**
   * What is wrong with one scan keeps no other from being counted; an upload that broke off is
   * simply sent again.
   */
  @PostMapping("/api/events/{id}/check-ins/batch")
  @AllowedTo(roles = {Roles.DOOR_STAFF, Roles.ORGANISER})
  UploadResult upload(
      @PathVariable String id, @RequestBody @Valid UploadRequest request, Caller caller) {
    Event event = events.find(id).orElseThrow(Problem::notFound);
    Access.toDoor(caller, event);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<HearDevice.Shown> shown = request.read(caller.personId(), now);
    List<Passed> heard = device.hear(event, shown);
    List<ScanResult> results = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      results.add(result(shown.get(i).showing(), heard.get(i)));
    }
    return new UploadResult(results);
  }

  private static ScanResult result(Showing showing, Passed passed) {
    return switch (passed) {
      case Passed.Through(var registration, Scan scan, boolean repeated) ->
          known(registration, scan, "counted", repeated);
      case Passed.Noted(var registration, Scan scan, boolean repeated) ->
          known(registration, scan, "in-doubt", repeated);
      case Passed.Refused(Refusal refusal) ->
          new ScanResult(showing.nonce(), "refused", reason(refusal), null, null, false);
    };
  }

  private static String reason(Refusal refusal) {
    String slug = Problems.of(refusal).slug();
    if (!slug.equals("invalid")) {
      return slug;
    }
    return refusal instanceof Refusal.NonceUsed ? "nonce-used" : "bad-token";
  }

  private static ScanResult known(
      Registration registration, Scan scan, String result, boolean repeated) {
    return new ScanResult(
        scan.nonce(),
        result,
        scan.doubt() == null ? null : Words.of(scan.doubt()),
        registration.booking().id(),
        registration.booking().personName(),
        repeated);
  }
}
