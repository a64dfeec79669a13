package org.juxian.registration.place;

import java.time.Instant;

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

  /** The event has no such door. */
  record NoSuchDoor() implements Refusal {}

  /** There is no such offer, or it is over, or it was made to somebody else. */
  record NoSuchOffer() implements Refusal {}

  /** The ticket is for another event. */
  record WrongEvent() implements Refusal {}

  /** It is no ticket of ours. */
  record BadToken() implements Refusal {}

  /** The caller may not do this. */
  record NotAllowed() implements Refusal {}
}
