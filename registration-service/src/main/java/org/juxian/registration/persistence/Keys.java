package org.juxian.registration.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationStore.Inserted;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Hold;

/**
 * How what a registration holds is written down, so that the unique indexes see it: {@code claim}
 * is the person with the ordinal, from the second on; {@code keys} are {@code q/QUOTA/NUMBER},
 * {@code t/TYPE/PERSON/ORDINAL} and {@code i/INVITATION/USE}.
 */
final class Keys {

  private static final char ORDINAL = '#';
  private static final int MOST_ORDINALS = 20;

  private Keys() {}

  static String claim(String personId, int ordinal) {
    return ordinal == 1 ? personId : personId + ORDINAL + ordinal;
  }

  /** All that a person can claim at an event. */
  static List<String> claims(String personId) {
    List<String> all = new ArrayList<>();
    for (int ordinal = 1; ordinal <= MOST_ORDINALS; ordinal++) {
      all.add(claim(personId, ordinal));
    }
    return all;
  }

  /** Null where there is none: an empty array would be a key of its own. */
  static @Nullable List<String> of(Hold hold, Booking booking) {
    List<String> keys = new ArrayList<>();
    hold.units()
        .forEach((quota, numbers) -> numbers.forEach(number -> keys.add(unit(quota, number))));
    if (hold.typeOrdinal() != null) {
      keys.add("t/" + booking.ticketTypeId() + "/" + booking.personId() + "/" + hold.typeOrdinal());
    }
    Hold.CodeUse code = hold.code();
    if (code != null) {
      code.uses().forEach(use -> keys.add(use(code.invitationId(), use)));
    }
    return keys.isEmpty() ? null : keys;
  }

  static String unit(String quotaId, int number) {
    return "q/" + quotaId + "/" + number;
  }

  static String use(String invitationId, int use) {
    return "i/" + invitationId + "/" + use;
  }

  static Hold hold(
      String personId, String claim, @Nullable List<Integer> places, @Nullable List<String> keys) {
    @Nullable Integer typeOrdinal = null;
    Map<String, List<Integer>> uses = new HashMap<>();
    Map<String, List<Integer>> units = new HashMap<>();
    for (String key : keys == null ? List.<String>of() : keys) {
      String named = key.substring(2, Math.max(2, key.lastIndexOf('/')));
      int number = number(key);
      switch (key.charAt(0)) {
        case 'q' -> units.computeIfAbsent(named, quota -> new ArrayList<>()).add(number);
        case 't' -> typeOrdinal = number;
        default -> uses.computeIfAbsent(named, code -> new ArrayList<>()).add(number);
      }
    }
    return new Hold(
        places == null ? List.of() : places,
        claim.equals(personId) ? 1 : Integer.parseInt(claim.substring(personId.length() + 1)),
        typeOrdinal,
        units,
        uses.entrySet().stream()
            .findFirst()
            .map(code -> new Hold.CodeUse(code.getKey(), code.getValue()))
            .orElse(null));
  }

  /** Which of the keys are among those that are taken. */
  static Inserted.KeysTaken taken(List<String> wanted, Set<String> all) {
    boolean ordinal = false;
    Set<Integer> uses = new TreeSet<>();
    Set<String> quotas = new TreeSet<>();
    for (String key : wanted) {
      if (all.contains(key)) {
        switch (key.charAt(0)) {
          case 'q' -> quotas.add(key.substring(2, key.lastIndexOf('/')));
          case 't' -> ordinal = true;
          default -> uses.add(number(key));
        }
      }
    }
    return new Inserted.KeysTaken(ordinal, uses, quotas);
  }

  /** The number of a quota's unit, or 0 if the key is none of it. */
  static int numberOf(String quotaId, String key) {
    return key.startsWith("q/" + quotaId + "/") ? number(key) : 0;
  }

  /** The number of an invitation's use, or 0 if the key is none of it. */
  static int useOf(String invitationId, String key) {
    return key.startsWith("i/" + invitationId + "/") ? number(key) : 0;
  }

  private static int number(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
  }
}
