package org.juxian.registration.transferring;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Refusal;
import org.springframework.stereotype.Component;

/** What a registration holds once it is another person's: the same place, their own ordinals. */
@Component
class SuccessorHold {

  /** What was found. */
  sealed interface Answer {

    record Found(Hold hold) implements Answer {}

    /** The person has as many as one may have. */
    record Refused(Refusal why) implements Answer {}
  }

  private static final int MOST = 20;

  private final RegistrationStore registrations;

  SuccessorHold(RegistrationStore registrations) {
    this.registrations = registrations;
  }

  Answer of(Saved saved, Event event, String personId) {
    Hold hold = saved.hold();
    String type = saved.registration().booking().ticketTypeId();
    List<Saved> theirs = registrations.allStanding(event.id(), personId);
    AdmissionSettings settings = event.admission().settings();
    int ordinal = free(settings.perPersonLimit(), used(theirs));
    if (hold == null || ordinal == 0) {
      return refused(settings.perPersonLimit(), theirs);
    }
    Integer ofType = hold.typeOrdinal();
    if (ofType != null) {
      Integer limit = settings.ownLimit(type);
      ofType = free(limit == null ? MOST : limit, usedOfType(theirs, type));
      if (ofType == 0) {
        return refused(limit == null ? MOST : limit, theirs);
      }
    }
    return new Answer.Found(hold.heldBy(ordinal, ofType));
  }

  private static Answer refused(int limit, List<Saved> theirs) {
    return new Answer.Refused(
        limit == 1 && !theirs.isEmpty()
            ? new Refusal.AlreadyRegistered(theirs.getFirst().registration().booking().id())
            : new Refusal.LimitReached(limit));
  }

  private static int free(int limit, Set<Integer> used) {
    return IntStream.rangeClosed(1, limit).filter(n -> !used.contains(n)).findFirst().orElse(0);
  }

  private static Set<Integer> used(List<Saved> theirs) {
    return theirs.stream()
        .map(Saved::hold)
        .filter(Objects::nonNull)
        .map(Hold::ordinal)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> usedOfType(List<Saved> theirs, String type) {
    return theirs.stream()
        .filter(saved -> saved.registration().booking().ticketTypeId().equals(type))
        .map(SuccessorHold::typeOrdinal)
        .filter(n -> n > 0)
        .collect(Collectors.toSet());
  }

  private static int typeOrdinal(Saved saved) {
    @Nullable Hold hold = saved.hold();
    Integer ordinal = hold == null ? null : hold.typeOrdinal();
    return ordinal == null ? 0 : ordinal;
  }
}
