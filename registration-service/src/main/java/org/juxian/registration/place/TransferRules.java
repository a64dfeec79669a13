package org.juxian.registration.place;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.place.TypeRules.Approval;

/** When a registration may go to another person. */
public final class TransferRules {

  /** How often one ticket may be offered: each offer sends a message to somebody. */
  public static final int MOST_OFFERS = 5;

  private static final Duration OFFER = Duration.ofDays(3);

  private TransferRules() {}

  /**
   * Why it may not; nothing where it may. Where the organiser chose the person, by approval or by
   * invitation, the person cannot choose another.
   */
  public static Optional<Refusal> refusal(
      Registration registration, TypeRules rules, Instant startsAt, Instant now) {
    if (registration.offer(null) instanceof Decision.Rejected(Refusal refusal)) {
      return Optional.of(refusal);
    }
    if (!now.isBefore(startsAt)) {
      return Optional.of(new Refusal.EventStarted(startsAt));
    }
    return !allows(rules) || registration.booking().team() != null
        ? Optional.of(new Refusal.NotTransferable())
        : Optional.empty();
  }

  /** Whether the organiser lets people pass on tickets of such a type. */
  static boolean allows(TypeRules rules) {
    return rules.transferable() && !rules.invitationOnly() && rules.approval() == Approval.NONE;
  }

  /** The same; offered to nobody where the organiser does not let people pass it on. */
  public static Registration under(TypeRules rules, Registration registration) {
    return allows(rules) || registration.booking().issue().offer() == null
        ? registration
        : registration.with(registration.booking().notOffered());
  }

  /** Why it may not be offered once more. */
  public static Optional<Refusal> oftenEnough(Registration registration) {
    return registration.booking().issue().offers() < MOST_OFFERS
        ? Optional.empty()
        : Optional.of(new Refusal.OfferedTooOften(MOST_OFFERS));
  }

  /** When an offer that is made now ends. */
  public static Instant until(Instant startsAt, Instant now) {
    Instant end = now.plus(OFFER);
    return end.isBefore(startsAt) ? end : startsAt;
  }

  /** The offer that stands. */
  public static Optional<Issue.Offer> standing(Registration registration, Instant now) {
    return registration instanceof Registration.Held
        ? Optional.ofNullable(registration.booking().issue().offer())
            .filter(offer -> now.isBefore(offer.until()))
        : Optional.empty();
  }

  /** The offer that stood before and that a change has ended; not one that was made anew. */
  public static Optional<Issue.Offer> ended(Registration before, Registration after, Instant now) {
    Optional<String> again = standing(after, now).map(Issue.Offer::address);
    return standing(before, now)
        .filter(offer -> offer.address() != null)
        .filter(offer -> !Optional.ofNullable(offer.address()).equals(again));
  }

  /** The offer that stands and was made to one of these addresses. */
  public static Optional<Issue.Offer> standingFor(
      Registration registration, List<String> addresses, Instant now) {
    return standing(registration, now).filter(offer -> addresses.contains(offer.address()));
  }
}
