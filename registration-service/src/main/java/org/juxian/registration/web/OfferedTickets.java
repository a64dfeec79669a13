package org.juxian.registration.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.people.Person;
import org.juxian.registration.people.PersonNames;
import org.juxian.registration.persistence.RegistrationsOfPerson;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.TransferRules;
import org.juxian.registration.transferring.AcceptTransfer;
import org.springframework.stereotype.Component;

/** Finds tickets for those to whom they are offered; for anybody else they are not there. */
@Component
class OfferedTickets {

  private static final int MOST = 50;

  private final RegistrationsOfPerson ofPerson;
  private final SeenRegistrations seen;
  private final PersonNames people;
  private final GivenAnswers answers;
  private final InstantSource clock;

  OfferedTickets(
      RegistrationsOfPerson ofPerson,
      SeenRegistrations seen,
      PersonNames people,
      GivenAnswers answers,
      InstantSource clock) {
    this.ofPerson = ofPerson;
    this.seen = seen;
    this.people = people;
    this.answers = answers;
    this.clock = clock;
  }

  List<SeenRegistrations.Seen> to(Caller caller) {
    List<String> addresses = addresses(caller);
    return addresses.isEmpty()
        ? List.of()
        : ofPerson.offeredTo(addresses, MOST).stream()
            .filter(saved -> isOffered(saved.registration(), addresses))
            .map(saved -> new SeenRegistrations.Seen(saved, seen.event(saved.registration())))
            .toList();
  }

  SeenRegistrations.Seen find(Caller caller, String id) {
    return seen.find(id)
        .filter(found -> isOffered(found.registration(), addresses(caller)))
        .orElseThrow(Problem::notFound);
  }

  AcceptTransfer.Recipient recipient(Caller caller) {
    return new AcceptTransfer.Recipient(
        caller.personId(),
        people.name(caller.personId(), caller.name()),
        caller.grants(),
        RegisteringController.organisation(caller),
        addresses(caller));
  }

  /** Takes the recipient's answers. */
  void answer(Event event, Caller caller, @Nullable Map<String, @Nullable Object> given) {
    answers.take(event.id(), caller, given);
  }

  private boolean isOffered(Registration registration, List<String> addresses) {
    return TransferRules.standingFor(registration, addresses, clock.instant()).isPresent();
  }

  private List<String> addresses(Caller caller) {
    return people.find(caller.personId()).map(Person::addresses).orElse(List.of());
  }
}
