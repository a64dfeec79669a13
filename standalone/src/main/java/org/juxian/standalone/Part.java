package org.juxian.standalone;

import java.util.Arrays;
import java.util.List;

/**
 * The processes of the platform, in the order in which they start. They stop in the opposite order.
 */
public enum Part {
  MONGO("embedded-mongo", Kind.SERVER, 192),
  KAFKA("embedded-kafka", Kind.SERVER, 128),
  SANDBOX("sandbox", Kind.SERVER, 48),
  IDENTITY("identity-service", Kind.SERVICE, 96),
  REGISTRATION("registration-service", Kind.SERVICE, 112, 28),
  FAIR("fair-service", Kind.SERVICE, 80),
  COMPETITION("competition-service", Kind.SERVICE, 80),
  FORUM("forum-service", Kind.SERVICE, 80),
  NOTIFICATION("notification-service", Kind.SERVICE, 80),
  GATEWAY("gateway", Kind.SERVICE, 112, 28);

  /** A Boot jar of its own, or a class of this module's class path. */
  enum Kind {
    SERVER,
    SERVICE
  }

  private static final int LEAST_YOUNG_MEBIBYTES = 8;

  private final String label;
  private final Kind kind;
  private final int heapMebibytes;
  private final int youngMebibytes;

  Part(String label, Kind kind, int heapMebibytes) {
    this(label, kind, heapMebibytes, Math.max(LEAST_YOUNG_MEBIBYTES, heapMebibytes / 8));
  }

  Part(String label, Kind kind, int heapMebibytes, int youngMebibytes) {
    this.label = label;
    this.kind = kind;
    this.heapMebibytes = heapMebibytes;
    this.youngMebibytes = youngMebibytes;
  }

  /** As people read it; for a service also its folder in the source tree. */
  public String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  /** The most heap that the process gets on one machine, in MiB. */
  int heapMebibytes() {
    return heapMebibytes;
  }

  /**
   * The young generation of a heap of so many MiB. What every registration passes through has a
   * larger one: with 12 MiB the collector stopped it for a tenth of a rush.
   */
  int youngMebibytes(int heap) {
    return Math.max(LEAST_YOUNG_MEBIBYTES, heap * youngMebibytes / heapMebibytes);
  }

  static List<Part> services() {
    return Arrays.stream(values()).filter(part -> part.kind == Kind.SERVICE).toList();
  }
}
