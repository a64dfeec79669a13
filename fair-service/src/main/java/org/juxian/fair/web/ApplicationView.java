package org.juxian.fair.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.applying.Particulars;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.Fair;
import org.juxian.fair.booth.Place;
import org.juxian.fair.booth.Standing;
import org.juxian.platform.values.Text;

/** An application as its applicant and the fair's organisers see it, and nobody else. */
record ApplicationView(
    String id,
    long version,
    String fairId,
    Text fairTitle,
    String companyName,
    String licenceNumber,
    String contactName,
    @Nullable String contactPhone,
    @Nullable String wish,
    String status,
    @Nullable String reason,
    List<BoothHeld> booths,
    Instant createdAt) {

  /** The booth that it holds. */
  record BoothHeld(String boothId, String hallId, Text hall, String number) {

    static BoothHeld of(Place place) {
      return new BoothHeld(
          place.booth().id(), place.hall().id(), place.hall().name(), place.booth().number());
    }
  }

  static ApplicationView of(Fair fair, BoothApplication application, Particulars told) {
    return new ApplicationView(
        application.id(),
        application.version(),
        told.fairId(),
        fair.event().details().title(),
        told.applicant().companyName(),
        told.applicant().licence().code(),
        told.contactName(),
        told.contactPhone(),
        told.wish(),
        application.standing().wireName(),
        reason(application.standing()),
        application.boothId().flatMap(fair.plan()::place).map(BoothHeld::of).stream().toList(),
        told.createdAt());
  }

  private static @Nullable String reason(Standing standing) {
    return switch (standing) {
      case Standing.Submitted _, Standing.Assigned _ -> null;
      case Standing.Rejected(var reason) -> reason;
      case Standing.Withdrawn(var reason) -> reason;
    };
  }
}
