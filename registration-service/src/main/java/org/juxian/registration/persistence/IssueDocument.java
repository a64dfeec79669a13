package org.juxian.registration.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Issue;

/** Which ticket is valid, as it is stored; public for the driver's record codec. */
public record IssueDocument(
    int revision,
    @Nullable Instant since,
    @Nullable OfferDocument offer,
    @Nullable Integer offers) {

  /** An offer as it is stored; without a language it is one of before there was one. */
  public record OfferDocument(
      String code, @Nullable String address, Instant until, @Nullable String language) {

    static OfferDocument of(Issue.Offer offer) {
      return new OfferDocument(offer.code(), offer.address(), offer.until(), offer.language());
    }

    Issue.Offer toOffer() {
      return new Issue.Offer(code, address, language == null ? "zh" : language, until);
    }
  }

  /** Absent for a first ticket that is not offered; only what is {@code held} can be. */
  static @Nullable IssueDocument of(Issue issue, boolean held) {
    Issue.Offer offer = held ? issue.offer() : null;
    if (issue.revision() == 0 && issue.offers() == 0) {
      return null;
    }
    return new IssueDocument(
        issue.revision(),
        issue.since(),
        offer == null ? null : OfferDocument.of(offer),
        issue.offers() == 0 ? null : (Integer) issue.offers());
  }

  Issue toIssue() {
    return new Issue(
        revision, since, offer == null ? null : offer.toOffer(), offers == null ? 0 : offers);
  }
}
