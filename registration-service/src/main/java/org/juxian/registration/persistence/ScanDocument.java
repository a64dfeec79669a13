package org.juxian.registration.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.DoorLog;
import org.juxian.registration.place.Scan;

/** A scan as it is stored with its registration; public for the driver's record codec. */
public record ScanDocument(
    String nonce,
    Scan.Direction direction,
    @Nullable String doorId,
    List<String> zones,
    Instant at,
    Instant heardAt,
    String by,
    @Nullable String deviceId,
    Scan.@Nullable Doubt doubt,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    @Nullable SettledDocument settled) {

  /** How a doubt was settled; public for the driver's record codec. */
  public record SettledDocument(String by, Instant at, String note) {}

  static @Nullable List<ScanDocument> of(DoorLog log) {
    return log.scans().isEmpty() ? null : log.scans().stream().map(ScanDocument::of).toList();
  }

  static DoorLog toLog(@Nullable List<ScanDocument> stored) {
    return stored == null
        ? DoorLog.EMPTY
        : new DoorLog(stored.stream().map(ScanDocument::toScan).toList());
  }

  private static ScanDocument of(Scan scan) {
    Scan.Undone undone = scan.undone();
    Scan.Settled settled = scan.settled();
    return new ScanDocument(
        scan.nonce(),
        scan.direction(),
        scan.doorId(),
        scan.zones(),
        scan.at(),
        scan.heardAt(),
        scan.by(),
        scan.deviceId(),
        scan.doubt(),
        undone == null ? null : undone.by(),
        undone == null ? null : undone.at(),
        settled == null ? null : new SettledDocument(settled.by(), settled.at(), settled.note()));
  }

  private Scan toScan() {
    return new Scan(
        nonce,
        direction,
        doorId,
        zones,
        at,
        heardAt,
        by,
        deviceId,
        doubt,
        undoneBy == null || undoneAt == null ? null : new Scan.Undone(undoneBy, undoneAt),
        settled == null ? null : new Scan.Settled(settled.by(), settled.at(), settled.note()));
  }
}
