package org.juxian.registration.organising;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.people.Organisations;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.persistence.GuestStore;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.stereotype.Component;

/** What is kept elsewhere about the people in a batch of rows: one query for each kind. */
@Component
class RowDetails {

  /** About a batch. */
  record Details(
      Map<String, Person> people,
      Map<String, Text> organisations,
      Map<String, AnswerStore.Kept> answers) {

    @Nullable Person person(RosterRow row) {
      return people.get(row.personId());
    }

    @Nullable Text organisation(RosterRow row) {
      return row.organisationId() == null ? null : organisations.get(row.organisationId());
    }

    AnswerStore.@Nullable Kept answers(RosterRow row) {
      return answers.get(row.personId());
    }
  }

  private final PersonStore people;
  private final GuestStore guests;
  private final Organisations organisations;
  private final AnswerStore answers;

  RowDetails(
      PersonStore people, GuestStore guests, Organisations organisations, AnswerStore answers) {
    this.people = people;
    this.guests = guests;
    this.organisations = organisations;
    this.answers = answers;
  }

  Details of(String eventId, List<RosterRow> rows) {
    List<String> persons = rows.stream().map(RosterRow::personId).distinct().toList();
    List<String> from =
        rows.stream().flatMap(row -> Stream.ofNullable(row.organisationId())).distinct().toList();
    Map<String, Person> known = new HashMap<>(guests.of(persons));
    known.putAll(people.of(persons));
    return new Details(known, organisations.names(from), answers.of(eventId, persons));
  }
}
