package org.juxian.registration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.registration.checkin.HearDevice;
import org.juxian.registration.place.Scan;
import org.juxian.registration.place.Showing;

/**
 * What a device did while it had no network.
 *
 * @param deviceId names the device; chosen by it, the same from then on
 * @param scans those whom it let through, in the order in which it did
 */
record UploadRequest(
    @NotNull @Pattern(regexp = CheckInRequest.NONCE, message = "nonce") String deviceId,
    @NotEmpty @Size(max = 500) List<@NotNull @Valid ScanRequest> scans) {

  private static final Instant BEFORE_US = Instant.parse("2020-01-01T00:00:00Z");

  /**
   * A scan.
   *
   * @param nonce names it; unique in the event
   * @param at when, by the device's clock
   */
  record ScanRequest(
      @NotNull @Pattern(regexp = CheckInRequest.NONCE, message = "nonce") String nonce,
      @NotBlank @Size(max = 500) String token,
      @Size(max = 32) @Nullable String doorId,
      @Pattern(regexp = "in|out", message = "direction") @Nullable String direction,
      @NotNull Instant at) {}

  /** What was shown there; a clock that is ahead of ours is set back to it. */
  List<HearDevice.Shown> read(String by, Instant now) {
    for (int i = 0; i < scans.size(); i++) {
      if (scans.get(i).at().isBefore(BEFORE_US)) {
        throw Problem.invalid("scans[" + i + "].at", "clock");
      }
    }
    return scans.stream()
        .map(scan -> new HearDevice.Shown(scan.token().strip(), showing(scan, by, now)))
        .toList();
  }

  private Showing showing(ScanRequest scan, String by, Instant now) {
    return new Showing(
        scan.nonce(),
        "out".equals(scan.direction()) ? Scan.Direction.OUT : Scan.Direction.IN,
        scan.doorId(),
        null,
        scan.at().isAfter(now) ? now : scan.at().truncatedTo(ChronoUnit.MILLIS),
        now,
        by,
        deviceId);
  }
}
