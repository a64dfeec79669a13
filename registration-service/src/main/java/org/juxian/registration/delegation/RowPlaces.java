package org.juxian.registration.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.people.Guests;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Registration;
import org.springframework.stereotype.Component;

/**
 * Looks up what became of the places of a list. It is read from the registrations whenever it is
 * asked for: a place may be passed on, approved or given back without the list's hearing of it.
 */
@Component
public class RowPlaces {

  private static final int CHUNK = 100;

  /** How many of a list stand how. */
  record Tally(int requested, int approved, int rejected) {

    Tally with(RowPlace place) {
      return switch (place.state()) {
        case REQUESTED -> new Tally(requested + 1, approved, rejected);
        case CONFIRMED, CHECKED_IN -> new Tally(requested, approved + 1, rejected);
        case REJECTED -> new Tally(requested, approved, rejected + 1);
        case CANCELLED -> this;
      };
    }
  }

  private final RegistrationStore registrations;
  private final DelegationRowStore rows;
  private final Guests guests;

  RowPlaces(RegistrationStore registrations, DelegationRowStore rows, Guests guests) {
    this.registrations = registrations;
    this.rows = rows;
    this.guests = guests;
  }

  /** By line; a row that took none has none here. */
  public Map<Integer, RowPlace> of(Delegation delegation, List<DelegationRow> some) {
    Map<String, Registration> found = new HashMap<>();
    for (Saved saved :
        registrations.all(
            some.stream().map(DelegationRow::registrationId).filter(Objects::nonNull).toList())) {
      found.put(saved.registration().booking().id(), saved.registration());
    }
    Map<Integer, RowPlace> places = new HashMap<>();
    for (DelegationRow row : some) {
      Registration registration = found.get(String.valueOf(row.registrationId()));
      if (registration != null) {
        places.put(row.line(), of(delegation, row, registration));
      }
    }
    return places;
  }

  /** Of one row, as its registration says. */
  RowPlace of(Delegation delegation, DelegationRow row, Registration registration) {
    String person = row.personId();
    @Nullable String account =
        person == null || person.equals(registration.booking().personId())
            ? null
            : guests.accountOf(person).orElse(null);
    return RowPlace.of(row, account, delegation.organisationId(), registration);
  }

  /** How the whole list stands. */
  Tally tally(Delegation delegation) {
    Tally tally = new Tally(0, 0, 0);
    Optional<DelegationRow> last = Optional.empty();
    List<DelegationRow> chunk;
    do {
      chunk = rows.of(delegation.id(), last.map(DelegationRow::line).orElse(0), CHUNK);
      for (RowPlace place : of(delegation, chunk).values()) {
        tally = tally.with(place);
      }
      last = chunk.isEmpty() ? Optional.empty() : Optional.of(chunk.getLast());
    } while (chunk.size() == CHUNK);
    return tally;
  }
}
