package org.juxian.registration.registering;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.agenda.Agenda;
import org.juxian.registration.agenda.AgendaItem;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.invitation.Codes;
import org.juxian.registration.invitation.Invitation;
import org.juxian.registration.persistence.InvitationStore;
import org.juxian.registration.persistence.OrganisationStore;
import org.juxian.registration.place.Admission;
import org.juxian.registration.place.AdmissionSettings;
import org.juxian.registration.place.AgendaRule;
import org.juxian.registration.place.Eligibility;
import org.juxian.registration.place.Refusal;
import org.juxian.registration.place.TypeRules;
import org.springframework.stereotype.Component;

/**
 * Who may come in at all, by all rules that need no place. It asks the database only for what the
 * organiser's settings ask for.
 */
@Component
public class Gate {

  /** Whether somebody may come in. */
  public sealed interface Answer {

    /** Yes; with this invitation, where one is asked for. */
    record Open(@Nullable Invitation invitation) implements Answer {}

    /** No. */
    record Shut(Refusal refusal) implements Answer {}
  }

  private final InvitationStore invitations;
  private final OrganisationStore organisations;
  private final Agenda agenda;
  private final InstantSource clock;

  Gate(
      InvitationStore invitations,
      OrganisationStore organisations,
      Agenda agenda,
      InstantSource clock) {
    this.agenda = agenda;
    this.invitations = invitations;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Whether this person may come in by this kind of ticket, now and as things stand. */
  public Answer ask(Application wish, Event event) {
    Optional<Refusal> refusal = refusal(wish, event);
    if (refusal.isPresent()) {
      return new Answer.Shut(refusal.get());
    }
    AdmissionSettings settings = event.admission().settings();
    if (event.admission().settling() && settings.asksForKeys(wish.ticketTypeId())) {
      return new Answer.Shut(new Refusal.Settling());
    }
    if (settings.agenda().onClash() == AgendaRule.OnClash.REFUSE) {
      Optional<AgendaItem> clash = agenda.clash(wish.personId(), event);
      if (clash.isPresent()) {
        return new Answer.Shut(clash.get().asClash());
      }
    }
    return settings.rules(wish.ticketTypeId()).invitationOnly()
        ? invited(wish)
        : new Answer.Open(null);
  }

  /** Why this person may not take over a registration of another, by the organiser's rules. */
  public Optional<Refusal> askSuccessor(
      String personId, Set<String> grants, String typeId, Event event) {
    AdmissionSettings settings = event.admission().settings();
    if (event.cancelled()) {
      return Optional.of(new Refusal.EventCancelled());
    }
    if (event.admission().settling() && settings.asksForKeys(typeId)) {
      return Optional.of(new Refusal.Settling());
    }
    return ineligible(settings.rules(typeId).eligibility(), grants)
        .or(
            () ->
                settings.agenda().onClash() == AgendaRule.OnClash.REFUSE
                    ? agenda.clash(personId, event).map(AgendaItem::asClash)
                    : Optional.empty());
  }

  private Optional<Refusal> refusal(Application wish, Event event) {
    if (event.cancelled()) {
      return Optional.of(new Refusal.EventCancelled());
    }
    Optional<TicketType> type = event.ticketType(wish.ticketTypeId());
    if (type.isEmpty()) {
      return Optional.of(new Refusal.NoSuchTicketType());
    }
    TypeRules rules = event.admission().settings().rules(wish.ticketTypeId());
    return Admission.refusal(type.get().terms(), wish.team(), clock.instant())
        .or(() -> ineligible(rules.eligibility(), wish.grants()));
  }

  private Optional<Refusal> ineligible(Eligibility rule, Set<String> grants) {
    Set<String> roles = new TreeSet<>();
    Set<String> theirs = new TreeSet<>();
    for (String grant : grants) {
      int at = grant.indexOf('@');
      roles.add(at < 0 ? grant : grant.substring(0, at));
      if (at >= 0) {
        theirs.add(grant.substring(at + 1));
      }
    }
    Set<String> kinds = rule.organisationKinds().isEmpty() ? Set.of() : organisations.kinds(theirs);
    return rule.lack(roles, kinds, theirs).map(Refusal.NotEligible::new);
  }

  private Answer invited(Application wish) {
    if (wish.code() == null) {
      return new Answer.Shut(new Refusal.CodeNeeded());
    }
    return invitations
        .find(wish.eventId(), Codes.read(wish.code()))
        .filter(found -> found.opens(wish.ticketTypeId(), clock.instant()))
        .<Answer>map(Answer.Open::new)
        .orElseGet(() -> new Answer.Shut(new Refusal.CodeInvalid()));
  }
}
