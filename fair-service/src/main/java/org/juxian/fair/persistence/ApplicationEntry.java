package org.juxian.fair.persistence;

import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.Applicant;
import org.juxian.fair.booth.BoothApplication;
import org.juxian.fair.booth.LicenceNumber;
import org.juxian.fair.booth.Standing;

/** An application as it stands in its fair's document. Public for the driver's record codec. */
public record ApplicationEntry(
    long version,
    String personId,
    String companyName,
    String licence,
    String standing,
    @Nullable String boothId,
    @Nullable String reason) {

  static ApplicationEntry of(BoothApplication application) {
    Applicant applicant = application.applicant();
    return new ApplicationEntry(
        application.version(),
        applicant.personId(),
        applicant.companyName(),
        applicant.licence().code(),
        application.standing().wireName(),
        application.boothId().orElse(null),
        reason(application.standing()));
  }

  BoothApplication application(String id) {
    return new BoothApplication(
        id,
        version,
        new Applicant(personId, companyName, new LicenceNumber(licence)),
        toStanding());
  }

  private Standing toStanding() {
    return switch (standing) {
      case "submitted" -> new Standing.Submitted();
      case "assigned" -> new Standing.Assigned(orEmpty(boothId));
      case "rejected" -> new Standing.Rejected(orEmpty(reason));
      case "withdrawn" -> new Standing.Withdrawn(reason);
      default -> throw new IllegalStateException("unknown standing " + standing);
    };
  }

  private static @Nullable String reason(Standing standing) {
    return switch (standing) {
      case Standing.Submitted _, Standing.Assigned _ -> null;
      case Standing.Rejected(var reason) -> reason;
      case Standing.Withdrawn(var reason) -> reason;
    };
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
