package org.juxian.e2e.faults;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.juxian.e2e.SandboxInbox;
import org.juxian.e2e.faults.Crowd.Person;
import org.juxian.e2e.faults.Evidence.Arrived;
import org.juxian.e2e.faults.Evidence.Event;
import org.juxian.e2e.faults.Evidence.Notice;
import org.juxian.e2e.faults.Evidence.Stored;
import org.juxian.e2e.faults.Evidence.Told;

/** Gathers what can be seen from outside: as the organiser, as each person, and in the sandbox. */
final class Witness implements AutoCloseable {

  private final Gateway gateway;
  private final SandboxInbox inbox;
  private final String organiser;

  Witness(Gateway gateway, URI inbox, String organiser) {
    this.gateway = gateway;
    this.inbox = new SandboxInbox(inbox);
    this.organiser = organiser;
  }

  Evidence sees(List<Event> events, List<Person> people, List<Told> told, int kills) {
    List<Stored> stored = new ArrayList<>();
    events.forEach(event -> stored.addAll(stored(event)));
    List<Notice> notices = new ArrayList<>();
    List<Arrived> arrived = new ArrayList<>();
    for (Person person : people) {
      notices.addAll(notices(person));
      inbox
          .messages(person.address())
          .forEach(one -> arrived.add(new Arrived(one.channel(), one.to(), one.text())));
    }
    return new Evidence(events, told, stored, notices, arrived, kills);
  }

  private List<Stored> stored(Event event) {
    return gateway.all(organiser, "/api/events/" + event.id() + "/registrations").stream()
        .map(
            row ->
                new Stored(
                    event.id(),
                    row.path("id").asString(),
                    row.path("name").asString(),
                    row.path("ticketNumber").asString(),
                    row.path("status").asString()))
        .toList();
  }

  /** Of those to an address that the person does not have there is nothing to tell. */
  private List<Notice> notices(Person person) {
    return gateway.all(person.token(), "/api/notifications/mine").stream()
        .filter(message -> !message.path("status").asString().equals("skipped"))
        .map(
            message ->
                new Notice(
                    message.path("channel").asString(),
                    message.path("status").asString(),
                    message.path("attempts").asInt(),
                    message.path("text").asString("")))
        .toList();
  }

  @Override
  public void close() {
    inbox.close();
  }
}
