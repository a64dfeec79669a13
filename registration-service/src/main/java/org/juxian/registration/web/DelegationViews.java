package org.juxian.registration.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.delegation.Delegation;
import org.juxian.registration.delegation.DelegationRow;
import org.juxian.registration.delegation.RowPlace;
import org.juxian.registration.delegation.RowPlaces;
import org.juxian.registration.delegation.sheet.Reading;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.OrganisationStore;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.stereotype.Component;

/** Delegations as they are answered. */
@Component
class DelegationViews {

  /**
   * Something wrong in a list.
   *
   * @param line in the file, from 1
   * @param column as the file heads it; absent where the whole row is meant
   * @param field {@code name}, {@code phone} or a question's id
   */
  record FaultView(
      int line, @Nullable String column, @Nullable String field, String code, String message) {}

  /** What checking a list came to: {@code rows} people, and all that is wrong. */
  record CheckView(int rows, boolean good, List<FaultView> faults) {}

  /** Why nobody was registered. */
  record RefusalView(int line, String why) {}

  /**
   * A delegation on its way.
   *
   * @param status its phase, in lower case
   * @param done how many are registered and told
   * @param held how many have a place
   * @param organisationName the school's; absent where it is not known
   * @param sentBy what the one is called who sent it; absent where that is not known
   */
  record DelegationView(
      String id,
      String eventId,
      String ticketTypeId,
      String organisationId,
      @Nullable Text organisationName,
      @Nullable String sentBy,
      String status,
      int total,
      int held,
      int done,
      @Nullable RefusalView refusal,
      Instant createdAt,
      @Nullable Instant settledAt) {}

  /**
   * One person of a delegation.
   *
   * @param status how far the list is with them: {@code waiting}, {@code held} or {@code
   *     registered}
   * @param place how their place stands now: {@code requested}, {@code confirmed}, {@code
   *     checked-in}, {@code rejected} or {@code cancelled}; absent before they have one
   * @param holder the name of whoever has the place now, where it was passed on
   * @param substitutable whether another may be put in their place
   */
  record RowView(
      int line,
      String name,
      String phone,
      String status,
      @Nullable String registrationId,
      @Nullable String place,
      @Nullable String holder,
      boolean substitutable) {}

  private static final Map<Delegation.Phase, String> PHASES =
      Map.of(
          Delegation.Phase.HOLDING, "holding",
          Delegation.Phase.TELLING, "telling",
          Delegation.Phase.DECIDING, "deciding",
          Delegation.Phase.DONE, "done",
          Delegation.Phase.RELEASING, "releasing",
          Delegation.Phase.REFUSED, "refused");

  private final DelegationRowStore rows;
  private final RowPlaces places;
  private final FieldWords words;
  private final OrganisationStore organisations;
  private final PersonStore people;

  DelegationViews(
      DelegationRowStore rows,
      RowPlaces places,
      FieldWords words,
      OrganisationStore organisations,
      PersonStore people) {
    this.organisations = organisations;
    this.people = people;
    this.rows = rows;
    this.places = places;
    this.words = words;
  }

  CheckView check(Reading reading, Locale language) {
    return new CheckView(reading.rows(), reading.faults().isEmpty(), faults(reading, language));
  }

  List<FaultView> faults(Reading reading, Locale language) {
    return reading.faults().stream()
        .map(
            fault ->
                new FaultView(
                    fault.line(),
                    fault.column().isEmpty() ? null : fault.column(),
                    fault.field().isEmpty() ? null : fault.field(),
                    fault.code(),
                    words.word(fault.code(), fault.arguments(), language)))
        .toList();
  }

  DelegationView view(Delegation delegation) {
    return views(List.of(delegation)).getFirst();
  }

  List<DelegationView> views(List<Delegation> some) {
    Map<String, Text> schools =
        organisations.names(some.stream().map(Delegation::organisationId).distinct().toList());
    Map<String, Person> senders =
        people.of(some.stream().map(Delegation::coordinatorId).distinct().toList());
    return some.stream()
        .map(
            one ->
                view(
                    one,
                    schools.get(one.organisationId()),
                    Optional.ofNullable(senders.get(one.coordinatorId()))
                        .map(Person::name)
                        .orElse(null)))
        .toList();
  }

  private DelegationView view(
      Delegation delegation, @Nullable Text organisation, @Nullable String sentBy) {
    Delegation.Refused refusal = delegation.refusal();
    boolean over = refusal != null;
    return new DelegationView(
        delegation.id(),
        delegation.eventId(),
        delegation.ticketTypeId(),
        delegation.organisationId(),
        organisation,
        sentBy,
        String.valueOf(PHASES.get(delegation.phase())),
        delegation.total(),
        over ? 0 : rows.count(delegation.id(), DelegationRow.State.HELD, DelegationRow.State.TOLD),
        over ? 0 : rows.count(delegation.id(), DelegationRow.State.TOLD),
        refusal == null ? null : new RefusalView(refusal.line(), refusal.why()),
        delegation.at(),
        delegation.settledAt());
  }

  /** Rows, with what became of their places. */
  List<RowView> rows(Delegation delegation, List<DelegationRow> some) {
    Map<Integer, RowPlace> found = places.of(delegation, some);
    return some.stream().map(row -> row(row, found.get(row.line()))).toList();
  }

  private static RowView row(DelegationRow row, @Nullable RowPlace place) {
    String status =
        switch (row.state()) {
          case WAITING -> "waiting";
          case HELD -> "held";
          case TOLD -> "registered";
        };
    return new RowView(
        row.line(),
        row.name(),
        row.phone(),
        status,
        row.registrationId(),
        place == null ? null : Words.of(place.state()),
        place == null ? null : place.holder(),
        place != null && place.substitutable() && row.state() == DelegationRow.State.TOLD);
  }
}
