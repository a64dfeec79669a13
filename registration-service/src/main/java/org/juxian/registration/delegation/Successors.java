package org.juxian.registration.delegation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.answering.Answers;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.messaging.TransferMessages;
import org.juxian.registration.people.Guests;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Registration;
import org.juxian.registration.questions.Answering;
import org.juxian.registration.questions.Fault;
import org.juxian.registration.questions.Form;
import org.springframework.stereotype.Service;

/**
 * Puts another person in the place of one who cannot come. The place is never free in between: one
 * guarded write changes who holds it, replaces the ticket, and tells both.
 */
@Service
public class Successors {

  /**
   * Who comes instead.
   *
   * @param phone E.164
   */
  public record Request(
      String name, String phone, Map<String, ? extends @Nullable Object> answers) {}

  /** What becomes of it. */
  public sealed interface Result {

    /** The row as it is now. */
    record Done(DelegationRow row) implements Result {}

    /** The list has no such line. */
    record NoSuchRow() implements Result {}

    /** The person of this row has no ticket that could be passed on. */
    record NotHeld() implements Result {}

    /** The other person is registered already. */
    record AlreadyRegistered() implements Result {}

    /** Something is wrong with the answers. */
    record Faulty(List<Fault> faults) implements Result {}
  }

  private record Succession(
      DelegationRow row,
      String registrationId,
      String school,
      String personId,
      Request request,
      Event event) {}

  private final Guests guests;
  private final RegistrationStore registrations;
  private final DelegationRowStore rows;
  private final Answers answers;
  private final InstantSource clock;

  Successors(
      Guests guests,
      RegistrationStore registrations,
      DelegationRowStore rows,
      Answers answers,
      InstantSource clock) {
    this.guests = guests;
    this.registrations = registrations;
    this.rows = rows;
    this.answers = answers;
    this.clock = clock;
  }

  public Result substitute(Delegation delegation, int line, Event event, Request request) {
    Optional<DelegationRow> row = rows.find(delegation.id(), line);
    if (row.isEmpty()) {
      return new Result.NoSuchRow();
    }
    String registrationId = row.get().registrationId();
    if (row.get().state() != DelegationRow.State.TOLD || registrationId == null) {
      return new Result.NotHeld();
    }
    Form form = answers.formOf(event.id()).withoutFiles();
    return switch (Answering.check(form, request.answers(), _ -> Optional.empty())) {
      case Answering.Outcome.Refused(var faults) -> new Result.Faulty(faults);
      case Answering.Outcome.Accepted(var given) -> {
        String personId = guests.idOf(request.phone(), request.name());
        if (!given.isEmpty()) {
          answers.put(event.id(), personId, form.version(), given);
        }
        Result result =
            passOn(
                new Succession(
                    row.get(),
                    registrationId,
                    delegation.organisationId(),
                    personId,
                    request,
                    event));
        if (result instanceof Result.Done) {
          rows.substituted(row.get(), request.name(), request.phone(), personId);
        }
        yield result;
      }
    };
  }

  private Result passOn(Succession wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String name = wanted.request().name();
    Written written = Written.STALE;
    while (written == Written.STALE) {
      Saved saved = registrations.find(wanted.registrationId()).orElse(null);
      if (saved == null
          || !mayBeGiven(wanted, saved.registration())
          || !(saved.registration().passOn(wanted.personId(), name, now)
              instanceof Decision.Accepted(Registration next))) {
        return new Result.NotHeld();
      }
      List<Outgoing> told = told(saved.registration(), next, wanted.event(), now);
      try {
        written = registrations.update(saved, next, told, null);
      } catch (DuplicateException refused) {
        return new Result.AlreadyRegistered();
      }
    }
    return new Result.Done(
        wanted.row().replacedBy(name, wanted.request().phone(), wanted.personId()));
  }

  /** What somebody passed on to a person who is not of the school is the school's no more. */
  private boolean mayBeGiven(Succession wanted, Registration registration) {
    String person = wanted.row().personId();
    @Nullable String account = person == null ? null : guests.accountOf(person).orElse(null);
    return RowPlace.of(wanted.row(), account, wanted.school(), registration).substitutable();
  }

  /** Both hear of it, and whoever was offered the ticket. */
  private static List<Outgoing> told(
      Registration before, Registration next, Event event, Instant now) {
    List<Outgoing> told = new ArrayList<>(TransferMessages.withdrawn(before, next, event, now));
    told.add(
        RegistrationMessages.cancelled(
            new Registration.Cancelled(
                before.booking(), Registration.Cancelled.By.ORGANISER, null, now),
            event));
    told.add(RegistrationMessages.confirmed(next.booking(), event));
    return told;
  }
}
