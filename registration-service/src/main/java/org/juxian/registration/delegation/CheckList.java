package org.juxian.registration.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.Occupancy;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.delegation.sheet.Member;
import org.juxian.registration.delegation.sheet.Reading;
import org.juxian.registration.delegation.sheet.RollReader;
import org.juxian.registration.delegation.sheet.RowFault;
import org.juxian.registration.people.Guests;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.questions.Form;
import org.springframework.stereotype.Service;

/** Finds all that is wrong with a list, and stores nothing. */
@Service
public class CheckList {

  private final Guests guests;
  private final RegistrationStore registrations;
  private final Occupancy occupancy;

  CheckList(Guests guests, RegistrationStore registrations, Occupancy occupancy) {
    this.guests = guests;
    this.registrations = registrations;
    this.occupancy = occupancy;
  }

  /**
   * Reads a list and holds each row against the form, the other rows and what is stored.
   *
   * @param content CSV or an Excel workbook
   */
  public Reading check(byte[] content, Event event, Form form) {
    return switch (ListFile.read(content)) {
      case ListFile.Read.Unreadable(RowFault why) ->
          new Reading(0, List.of(), java.util.Map.of(), List.of(why));
      case ListFile.Read.Lines(var lines) ->
          againstStore(RollReader.read(lines, form.withoutFiles()), event);
    };
  }

  /** How many places are missing for so many people; 0 if there are enough at the moment. */
  public int placesMissing(Event event, TicketType type, int people) {
    int free = type.terms().capacity() - occupancy.of(event).getOrDefault(type.id(), 0);
    return Math.max(0, people - Math.max(0, free));
  }

  private Reading againstStore(Reading reading, Event event) {
    List<RowFault> faults = new ArrayList<>(reading.faults());
    for (Member member : reading.members()) {
      Optional<String> person = guests.known(member.phone());
      if (person.isPresent() && registrations.standing(event.id(), person.get()).isPresent()) {
        faults.add(
            RowFault.of(
                member.line(),
                reading.headings().getOrDefault("phone", ""),
                "phone",
                "registered-already"));
      }
    }
    faults.sort(java.util.Comparator.comparingInt(RowFault::line));
    return new Reading(reading.rows(), reading.members(), reading.headings(), faults);
  }
}
