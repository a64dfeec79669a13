package org.juxian.fair.booth;

import java.util.Optional;

/**
 * A company's application for one booth at a fair. A company that may hold several applies several
 * times.
 *
 * @param version 1 at first, one more with each change: what {@code If-Match} wants
 */
public record BoothApplication(String id, long version, Applicant applicant, Standing standing) {

  /** The booth that it holds. */
  public Optional<String> boothId() {
    return standing instanceof Standing.Assigned(var boothId)
        ? Optional.of(boothId)
        : Optional.empty();
  }

  BoothApplication becomes(Standing next) {
    return new BoothApplication(id, version + 1, applicant, next);
  }

  BoothApplication anonymous() {
    return new BoothApplication(id, version, applicant.anonymous(), standing);
  }

  boolean holds(String boothId) {
    return boothId().filter(boothId::equals).isPresent();
  }

  boolean isOf(LicenceNumber licence) {
    return applicant.licence().equals(licence);
  }
}
