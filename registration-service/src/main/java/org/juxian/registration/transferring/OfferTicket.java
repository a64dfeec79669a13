package org.juxian.registration.transferring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;
import org.juxian.registration.registering.Outcome;
import org.springframework.stereotype.Service;

/**
 * A person offers a ticket to whoever has an address, and takes the offer back. It is the same
 * whether somebody is known by that address or not.
 */
@Service
public class OfferTicket {

  private final RegistrationStore registrations;
  private final Ids ids;
  private final InstantSource clock;

  OfferTicket(RegistrationStore registrations, Ids ids, InstantSource clock) {
    this.registrations = registrations;
    this.ids = ids;
    this.clock = clock;
  }

  /** Offers a person's own, instead of an offer before. */
  public Outcome offer(
      String registrationId, Event event, String owner, String address, Locale language) {
    Instant now = now();
    Issue.Offer offer =
        new Issue.Offer(
            ids.next(),
            address,
            language.getLanguage().equals("en") ? "en" : "zh",
            TransferRules.until(event.startsAt(), now));
    return write(
        registrationId,
        event,
        registration -> notOf(owner, registration).or(() -> refusal(registration, event, now)),
        offer,
        (before, after) -> {
          List<Outgoing> told =
              new ArrayList<>(TransferMessages.withdrawn(before, after, event, now));
          told.addAll(TransferMessages.offered(before.booking(), event, offer));
          return told;
        });
  }

  /** Offers it to nobody any more, and tells who was offered it; done twice it is done once. */
  public Outcome withdraw(String registrationId, Event event, String owner) {
    return write(
        registrationId,
        event,
        registration -> notOf(owner, registration),
        null,
        (before, after) -> TransferMessages.withdrawn(before, after, event, now()));
  }

  /** Somebody who was offered it does not want it: whose it is hears so. */
  public Outcome decline(String registrationId, Event event, List<String> addresses) {
    Instant now = now();
    return write(
        registrationId,
        event,
        registration ->
            TransferRules.standingFor(registration, addresses, now).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.NoSuchOffer()),
        null,
        (before, _) -> List.of(TransferMessages.declined(before.booking(), event)));
  }

  /** It may have been passed on a moment ago. */
  private static Optional<Refusal> notOf(String owner, Registration registration) {
    return registration.booking().personId().equals(owner)
        ? Optional.empty()
        : Optional.of(new Refusal.NoSuchRegistration());
  }

  private static Optional<Refusal> refusal(Registration registration, Event event, Instant now) {
    return event.cancelled()
        ? Optional.of(new Refusal.EventCancelled())
        : TransferRules.refusal(
                registration,
                event.admission().settings().rules(registration.booking().ticketTypeId()),
                event.startsAt(),
                now)
            .or(() -> TransferRules.oftenEnough(registration));
  }

  private Outcome write(
      String id,
      Event event,
      Function<Registration, Optional<Refusal>> check,
      Issue.@Nullable Offer offer,
      BiFunction<Registration, Registration, List<Outgoing>> messages) {
    while (true) {
      Optional<Saved> saved = registrations.find(id);
      if (saved.isEmpty()) {
        return new Outcome.Refused(new Refusal.NoSuchRegistration());
      }
      Registration before = saved.get().registration();
      Optional<Refusal> refusal = check.apply(before);
      if (refusal.isPresent()) {
        return new Outcome.Refused(refusal.get());
      }
      switch (before.offer(offer)) {
        case Decision.Rejected(Refusal why) -> {
          return new Outcome.Refused(why);
        }
        case Decision.Unchanged(Registration state) -> {
          return new Outcome.Done(state, event, true);
        }
        case Decision.Accepted(Registration next) -> {
          if (registrations.update(saved.get(), next, messages.apply(before, next), null)
              == Written.DONE) {
            return new Outcome.Done(next, event, false);
          }
        }
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
