package org.juxian.registration.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.registration.agenda.Agenda;
import org.juxian.registration.agenda.AgendaItem;
import org.juxian.registration.people.PersonNames;
import org.juxian.registration.persistence.PersonalRecords;
import org.springframework.stereotype.Component;

/** What this service knows about people, to be shown to them and forgotten at their wish. */
@Component
class OwnData implements PersonalData {

  private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private final PersonNames names;
  private final PersonalRecords records;
  private final Consents consents;
  private final Leaving leaving;
  private final Agenda agenda;

  OwnData(
      PersonNames names,
      PersonalRecords records,
      Consents consents,
      Leaving leaving,
      Agenda agenda) {
    this.agenda = agenda;
    this.names = names;
    this.records = records;
    this.consents = consents;
    this.leaving = leaving;
  }

  @Override
  public Object export(String personId) {
    Map<String, Object> all = new LinkedHashMap<>();
    names.find(personId).ifPresent(person -> all.put("person", person));
    all.put("registrations", records.registrations(personId));
    all.put("sessions", sessions(personId));
    all.put("answers", records.answers(personId));
    all.put("files", records.files(personId));
    all.put("lists", records.lists(personId));
    List<Consent> said = consents.all(personId);
    all.put("consents", said);
    return all;
  }

  /** The sessions that the person chose, as their agenda shows them; those that are over too. */
  private List<Map<String, Object>> sessions(String personId) {
    return agenda.of(personId, Instant.EPOCH, END_OF_TIME).stream()
        .filter(item -> item.kind() == AgendaItem.Kind.SESSION)
        .map(
            item ->
                Map.<String, Object>of(
                    "id", item.id(),
                    "eventId", item.eventId(),
                    "title", item.title(),
                    "startsAt", item.startsAt(),
                    "endsAt", item.endsAt()))
        .toList();
  }

  /** The ledger of consents stays: it proves what was allowed, and names nobody any more. */
  @Override
  public void erase(String personId) {
    leaving.leave(personId);
    records.erase(personId);
  }
}
