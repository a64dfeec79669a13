package org.juxian.registration.registering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.invitation.Invitation;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.Hold;

/**
 * Which of the numbers that are counted from 1 to try next: most people come for the first time, so
 * the first try mostly succeeds.
 *
 * @param limit how many registrations a person may have for the event
 * @param typeOrdinal absent where the ticket type has no limit of its own
 * @param typeLimit that limit, or 0
 * @param code absent where no code is asked for
 * @param uses how often the code may be used, or 0
 */
public record Attempt(
    int ordinal,
    int limit,
    @Nullable Integer typeOrdinal,
    int typeLimit,
    Hold.@Nullable CodeUse code,
    int uses) {

  /**
   * The first try of somebody.
   *
   * @param places how many are wished for: each uses the code once
   */
  public static Attempt first(
      AdmissionSettings settings, String typeId, @Nullable Invitation invitation, int places) {
    Integer own = settings.ownLimit(typeId);
    return new Attempt(
        1,
        settings.perPersonLimit(),
        own == null ? null : 1,
        own == null ? 0 : own,
        invitation == null
            ? null
            : new Hold.CodeUse(invitation.id(), IntStream.rangeClosed(1, places).boxed().toList()),
        invitation == null ? 0 : invitation.uses());
  }

  /** What it would hold besides a place. */
  public Hold withoutPlace() {
    return new Hold(List.of(), ordinal, typeOrdinal, Map.of(), code);
  }

  /** The next registration of the person for the event, if one may have so many. */
  Optional<Attempt> nextOrdinal() {
    return ordinal < limit
        ? Optional.of(new Attempt(ordinal + 1, limit, typeOrdinal, typeLimit, code, uses))
        : Optional.empty();
  }

  /** The next of the type, if one may have so many. */
  Optional<Attempt> nextTypeOrdinal() {
    return typeOrdinal != null && typeOrdinal < typeLimit
        ? Optional.of(new Attempt(ordinal, limit, typeOrdinal + 1, typeLimit, code, uses))
        : Optional.empty();
  }

  /** The next uses of the code instead of those that are taken, if it may be used so often. */
  Optional<Attempt> nextUse(Set<Integer> taken) {
    if (code == null) {
      return Optional.empty();
    }
    List<Integer> next = new ArrayList<>(code.uses());
    next.removeAll(taken);
    int last = Collections.max(code.uses());
    while (next.size() < code.uses().size()) {
      next.add(++last);
    }
    return last > uses
        ? Optional.empty()
        : Optional.of(
            new Attempt(
                ordinal,
                limit,
                typeOrdinal,
                typeLimit,
                new Hold.CodeUse(code.invitationId(), next),
                uses));
  }
}
