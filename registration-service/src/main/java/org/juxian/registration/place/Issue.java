package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which ticket of a registration is the valid one: a new one replaces those before it.
 *
 * @param revision 0 for the first, one more for each that replaces it
 * @param since when the valid one replaced another; absent for the first
 * @param offer to whom it is offered, while it is
 * @param offers how often it was offered
 */
public record Issue(int revision, @Nullable Instant since, @Nullable Offer offer, int offers) {

  /** One that was never offered before. */
  public Issue(int revision, @Nullable Instant since, @Nullable Offer offer) {
    this(revision, since, offer, 0);
  }

  /**
   * Somebody may take the registration over.
   *
   * @param code which offer it is
   * @param address a phone number (E.164) or mail address that must be theirs
   * @param language {@code zh} or {@code en}: in which they are written to
   * @param until just before when
   */
  public record Offer(String code, @Nullable String address, String language, Instant until) {

    /** The same, which ends then at the latest. */
    public Offer notBeyond(Instant end) {
      return until.isAfter(end) ? new Offer(code, address, language, end) : this;
    }
  }

  /** The first ticket of a registration. */
  public static Issue first() {
    return new Issue(0, null, null);
  }

  Issue offered(@Nullable Offer to) {
    return new Issue(revision, since, to, to == null ? offers : offers + 1);
  }

  Issue replaced(Instant at) {
    return new Issue(revision + 1, at, null);
  }
}
