package org.juxian.registration.registering;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationStore.Taking;
import org.juxian.registration.persistence.TakenNumbers;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Quota;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;
import org.springframework.stereotype.Component;

/**
 * Gives registrations that were made under other settings the keys that the present ones ask for,
 * and ends offers of tickets that may be passed on no more: who was offered one hears so. They are
 * let stay whatever the capacity is: a number above it is an over-capacity, which only shrinks.
 */
@Component
class Adoption {

  private static final int TRIES = 20;

  private final RegistrationStore registrations;
  private final TakenNumbers taken;
  private final InstantSource clock;

  Adoption(RegistrationStore registrations, TakenNumbers taken, InstantSource clock) {
    this.clock = clock;
    this.registrations = registrations;
    this.taken = taken;
  }

  /** For one event, as it is settled now. */
  Sweep of(Event event) {
    return new Sweep(event);
  }

  /** Remembers which units it gave out, so that a sweep looks once. */
  final class Sweep {

    private final Event event;
    private final AdmissionSettings settings;
    private final Map<String, BitSet> units = new HashMap<>();
    private int shift;

    private Sweep(Event event) {
      this.event = event;
      this.settings = event.admission().settings();
    }

    /** Gives this registration what it lacks, in one write, and takes what it needs no more. */
    void adopt(Saved first) {
      shift = 0;
      Optional<Saved> saved = Optional.of(first);
      for (int i = 0; i < TRIES && saved.isPresent(); i++) {
        Saved now = saved.get();
        Hold hold = now.hold();
        String type = now.registration().booking().ticketTypeId();
        Hold wanted = hold == null ? null : wanted(type, hold);
        Registration next = TransferRules.under(settings.rules(type), now.registration());
        if (wanted == null || (wanted.equals(hold) && next.equals(now.registration()))) {
          return;
        }
        Taking taking =
            registrations.take(
                now,
                next,
                wanted,
                TransferMessages.withdrawn(now.registration(), next, event, clock.instant()));
        if (taking == Taking.DONE) {
          return;
        }
        shift += taking == Taking.TAKEN ? 1 : 0;
        units.clear();
        saved = registrations.find(now.registration().booking().id());
      }
      throw new IllegalStateException("a registration found no keys");
    }

    private Hold wanted(String typeId, Hold hold) {
      Map<String, List<Integer>> wanted = new HashMap<>();
      for (Quota quota : settings.quotasOf(typeId)) {
        List<Integer> held = new ArrayList<>(hold.units().getOrDefault(quota.id(), List.of()));
        while (held.size() < hold.places().size()) {
          held.add(lowestFree(quota));
        }
        if (!held.isEmpty()) {
          wanted.put(quota.id(), held);
        }
      }
      return hold.with(hold.places(), wanted).withTypeOrdinal(ordinal(typeId, hold));
    }

    /** The ordinal that it has; else the next to try, whatever the limit. */
    private @Nullable Integer ordinal(String typeId, Hold hold) {
      if (settings.ownLimit(typeId) == null) {
        return null;
      }
      Integer held = hold.typeOrdinal();
      return held == null ? (Integer) (1 + shift) : held;
    }

    private int lowestFree(Quota quota) {
      BitSet known = units.computeIfAbsent(quota.id(), id -> taken.takenUnits(event.id(), quota));
      int unit = known.nextClearBit(1);
      known.set(unit);
      return unit;
    }
  }
}
