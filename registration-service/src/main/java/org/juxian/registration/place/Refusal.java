package org.juxian.registration.place;

import java.time.Instant;
import org.juxian.platform.values.Text;

/** Why something is not done. */
public sealed interface Refusal {

  /** There is no such event, or it is not published. */
  record NoSuchEvent() implements Refusal {}

  /** There is no such registration, or it is not the caller's to see. */
  record NoSuchRegistration() implements Refusal {}

  /** The event has no such ticket type. */
  record NoSuchTicketType() implements Refusal {}

  /** The event will not take place. */
  record EventCancelled() implements Refusal {}

  /** Registration opens later. */
  record NotOpenYet(Instant opensAt) implements Refusal {}

  /** Registration is over. */
  record ClosedSince(Instant closesAt) implements Refusal {}

  /** All places are taken. */
  record Full() implements Refusal {}

  /** The person has a registration for this event. */
  record AlreadyRegistered(String registrationId) implements Refusal {}

  /** Teams register here, and no team was named. */
  record TeamNeeded() implements Refusal {}

  /** Persons register here, and a team was named. */
  record TeamNotExpected() implements Refusal {}

  /** The team has too few or too many members. */
  record TeamSizeWrong(int minMembers, int maxMembers) implements Refusal {}

  /** A phone number is named twice in the team. */
  record MemberTwice(int index) implements Refusal {}

  /** The person has as many registrations for the event, or of this type, as one may have. */
  record LimitReached(int limit) implements Refusal {}

  /** The ticket type is for others; names what the person lacks. */
  record NotEligible(Lack lack) implements Refusal {

    /** What is asked for and missing. */
    public enum Lack {
      ROLE,
      ORGANISATION_KIND,
      ORGANISATION
    }
  }

  /** One registers here by invitation only, and no code was named. */
  record CodeNeeded() implements Refusal {}

  /** No such code for this ticket type, or it is revoked or over. */
  record CodeInvalid() implements Refusal {}

  /** The code was used as often as it may be. */
  record CodeUsedUp() implements Refusal {}

  /** The organiser has just changed the shared quotas; it is over in a moment. */
  record Settling() implements Refusal {}

  /** The registration is not confirmed. */
  record NotConfirmed() implements Refusal {}

  /** There is nothing to approve or to reject. */
  record NotRequested() implements Refusal {}

  /** The event has no waiting list. */
  record NoWaitingList() implements Refusal {}

  /** There are places; one needs not wait. */
  record NotFull() implements Refusal {}

  /** Others wait for what becomes free. */
  record OthersWait() implements Refusal {}

  /** This registration waits for nothing, or nothing is offered. */
  record NotOffered() implements Refusal {}

  /** This registration does not wait. */
  record NotWaiting() implements Refusal {}

  /** The offer is over. */
  record OfferExpired(Instant until) implements Refusal {}

  /** The organiser takes no groups smaller than they are. */
  record AllOrNone() implements Refusal {}

  /** The person has something else at that time, which the organiser does not allow. */
  record AgendaClash(String id, Text title, Instant startsAt, Instant endsAt) implements Refusal {}

  /** The event has no such session, or none that is known. */
  record NoSuchSession(int index) implements Refusal {}

  /** A session is named twice. */
  record SessionTwice(int index) implements Refusal {}

  /** The session is over. */
  record SessionOver(int index, Instant endsAt) implements Refusal {}

  /** A session that is chosen anew clashes with something else, and the organiser allows none. */
  record SessionClash(int index, AgendaClash with) implements Refusal {}

  /** The same Idempotency-Key was used for another request. */
  record RequestDiffers() implements Refusal {}

  /** Was let in before. */
  record AlreadyCheckedIn(Instant at) implements Refusal {}

  /** The ticket's registration is cancelled. */
  record TicketCancelled() implements Refusal {}

  /** The ticket was replaced by another one. */
  record TicketReplaced() implements Refusal {}

  /** The person is not inside. */
  record NotInside() implements Refusal {}

  /** What happened last cannot be taken back any more, or it was something else. */
  record NotLastPassage() implements Refusal {}

  /** The door leads nowhere that this kind of ticket may go. */
  record ZoneNotOpen() implements Refusal {}

  /** Another ticket was shown under this nonce. */
  record NonceUsed() implements Refusal {}

  /** The event has no such door. */
  record NoSuchDoor() implements Refusal {}

  /** The registration has no such scan in doubt. */
  record NoSuchScan(int index) implements Refusal {}

  /** Others have looked into all of it. */
  record SettledBefore() implements Refusal {}

  /** There is no such offer, or it is over, or it was made to somebody else. */
  record NoSuchOffer() implements Refusal {}

  /** This ticket stays with its person: the organiser, the kind of ticket or a team wants it so. */
  record NotTransferable() implements Refusal {}

  /** It was offered too often. */
  record OfferedTooOften(int most) implements Refusal {}

  /** The event has begun. */
  record EventStarted(Instant startsAt) implements Refusal {}

  /** The ticket is for another event. */
  record WrongEvent() implements Refusal {}

  /** It is no ticket of ours. */
  record BadToken() implements Refusal {}

  /** The caller may not do this. */
  record NotAllowed() implements Refusal {}
}
