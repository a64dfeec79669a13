package org.juxian.registration.ticket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juxian.registration.persistence.TicketLetterStore;
import org.springframework.stereotype.Component;

/**
 * The numbers on tickets: the letter of the ticket type and the place, such as {@code A0137}. A
 * place is held once in its type and a letter is given once in an event, so no two tickets that
 * admit have the same number.
 */
@Component
public class TicketNumbers {

  /** Without those that are taken for digits. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int DIGITS = 4;
  private static final int MOST = 10_000;

  private record Key(String eventId, String ticketTypeId) {}

  private final Map<Key, String> known = new ConcurrentHashMap<>();
  private final TicketLetterStore letters;

  TicketNumbers(TicketLetterStore letters) {
    this.letters = letters;
  }

  /** The number of a ticket. */
  public String number(String eventId, String ticketTypeId, int place) {
    String digits = Integer.toString(place);
    return letter(eventId, ticketTypeId)
        + "0".repeat(Math.max(0, DIGITS - digits.length()))
        + digits;
  }

  private String letter(String eventId, String ticketTypeId) {
    Key key = new Key(eventId, ticketTypeId);
    String letter = known.get(key);
    if (letter == null) {
      letter = find(key);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, letter);
    }
    return letter;
  }

  private String find(Key key) {
    while (true) {
      Map<String, String> given = letters.of(key.eventId());
      String letter = given.get(key.ticketTypeId());
      if (letter != null) {
        return letter;
      }
      int next = 0;
      while (given.containsValue(letter(next))) {
        next++;
      }
      if (letters.give(key.eventId(), key.ticketTypeId(), letter(next))) {
        return letter(next);
      }
    }
  }

  /** A, B … Z, AA, AB …: bijective, in base 24. */
  static String letter(int index) {
    String last = String.valueOf(ALPHABET.charAt(index % ALPHABET.length()));
    int before = index / ALPHABET.length();
    return before == 0 ? last : letter(before - 1) + last;
  }
}
