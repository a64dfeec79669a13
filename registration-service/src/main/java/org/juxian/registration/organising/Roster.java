package org.juxian.registration.organising;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.SearchTerms;
import org.juxian.registration.people.Organisations;
import org.juxian.registration.persistence.GuestStore;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.persistence.RosterStore;
import org.juxian.registration.persistence.RosterStore.Part;
import org.springframework.stereotype.Service;

/**
 * Finds registrations by what an organiser types: a name, a ticket number, a phone number or the
 * end of one, an organisation. Each is asked of an index, and the answers are put in one order.
 */
@Service
public class Roster {

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{4,15}");
  private static final int MOST_ORGANISATIONS = 50;

  private final RosterStore store;
  private final PersonStore people;
  private final GuestStore guests;
  private final Organisations organisations;

  Roster(RosterStore store, PersonStore people, GuestStore guests, Organisations organisations) {
    this.store = store;
    this.people = people;
    this.guests = guests;
    this.organisations = organisations;
  }

  /** A part of the list, oldest first. */
  public List<RosterRow> find(
      String eventId, RosterFilter filter, @Nullable String text, Part part) {
    if (text == null) {
      return store.page(eventId, filter, part);
    }
    Map<String, RosterRow> found = new TreeMap<>();
    List<String> words = SearchTerms.ofQuery(text);
    if (!words.isEmpty()) {
      add(found, store.called(eventId, filter, words, part));
      List<String> named = organisations.called(words, MOST_ORGANISATIONS);
      if (!named.isEmpty()) {
        add(found, store.from(eventId, filter, named, part));
      }
    }
    Set<String> callers = peopleByPhone(text.replaceAll("[\\s-]", ""));
    if (!callers.isEmpty()) {
      add(found, store.of(eventId, filter, callers, part));
    }
    return found.values().stream().limit(part.limit()).toList();
  }

  private Set<String> peopleByPhone(String text) {
    Set<String> ids = new HashSet<>();
    if (PHONE.matcher(text).matches()) {
      String end = text.substring(text.length() - PersonStore.LAST);
      Stream.concat(people.endingIn(end).stream(), guests.endingIn(end).stream())
          .filter(person -> String.valueOf(person.phone()).endsWith(text))
          .forEach(person -> ids.add(person.id()));
    }
    return ids;
  }

  private static void add(Map<String, RosterRow> found, List<RosterRow> more) {
    more.forEach(row -> found.put(row.id(), row));
  }
}
