package org.juxian.registration.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The organiser's rules for one ticket type.
 *
 * @param perPersonLimit how many of it a person may have; absent where the event's limit is enough
 * @param opensAt from when on, if later than the type itself
 * @param closesAt until just before when, if earlier than the type itself
 * @param transferable whether a person may pass it on
 */
public record TypeRules(
    Kind kind,
    Approval approval,
    boolean invitationOnly,
    Eligibility eligibility,
    @Nullable Integer perPersonLimit,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    boolean transferable) {

  /** For whom it is meant. */
  public enum Kind {
    VISITOR,
    COMPETITOR,
    MEDIA,
    EXHIBITOR_STAFF,
    VIP
  }

  /** Whether the organiser must say yes, and what is kept until then. */
  public enum Approval {
    /** Whoever registers is confirmed at once. */
    NONE,
    /** A request holds a place, so that an approval never finds the house full. */
    HOLDING_A_PLACE,
    /** A request holds none, so that the organiser can choose among more than there are places. */
    WITHOUT_A_PLACE
  }

  /** Anybody, at once. */
  public static final TypeRules PLAIN =
      new TypeRules(
          Kind.VISITOR, Approval.NONE, false, Eligibility.ANYBODY, null, null, null, true);

  /** The terms within these rules' own window. */
  public Terms narrow(Terms terms) {
    Instant opens = opensAt != null && opensAt.isAfter(terms.opensAt()) ? opensAt : terms.opensAt();
    Instant closes =
        closesAt != null && closesAt.isBefore(terms.closesAt()) ? closesAt : terms.closesAt();
    return new Terms(terms.capacity(), opens, closes, terms.team());
  }
}
