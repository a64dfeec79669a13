package org.juxian.registration.web;

import org.juxian.platform.messaging.JsonTime;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.values.Text;
import org.juxian.registration.place.Refusal;

/** The one mapping from refusals to problems. */
final class Problems {

  private Problems() {}

  static Problem of(Refusal refusal) {
    return of(refusal, "team");
  }

  /**
   * The same.
   *
   * @param people what the field is called in which the caller named several people
   */
  static Problem of(Refusal refusal, String people) {
    return switch (refusal) {
      case Refusal.NoSuchEvent(), Refusal.NoSuchRegistration() -> Problem.notFound();
      case Refusal.NoSuchTicketType() -> Problem.invalid("ticketTypeId", "ticket-type");
      case Refusal.EventCancelled() -> Problem.of(409, "cancelled");
      case Refusal.NotOpenYet(var opensAt) ->
          Problem.of(409, "not-open", 0, inWords(opensAt)).with("opensAt", time(opensAt));
      case Refusal.ClosedSince(var closesAt) ->
          Problem.of(409, "not-open", 1, inWords(closesAt)).with("closesAt", time(closesAt));
      case Refusal.Full() -> Problem.of(409, "full");
      case Refusal.AlreadyRegistered(String id) ->
          Problem.of(409, "already-registered").with("registrationId", id);
      case Refusal.TeamNeeded() -> Problem.invalid(people, "team-needed");
      case Refusal.TeamNotExpected() -> Problem.invalid(people, "team-not-expected");
      case Refusal.TeamSizeWrong(int min, int max) ->
          Problem.invalid(people + ".members", "team-size", min, max);
      case Refusal.MemberTwice(int index) ->
          Problem.invalid(people + ".members[" + index + "].phone", "member-twice");
      case Refusal.LimitReached(int limit) ->
          Problem.of(409, "limit-reached", limit).with("limit", limit);
      case Refusal.NotEligible(var lack) ->
          Problem.of(403, "not-eligible").field("ticketTypeId", "lacks-" + Words.of(lack));
      case Refusal.CodeNeeded() -> Problem.invalid("code", "code-needed");
      case Refusal.CodeInvalid() -> Problem.invalid("code", "code-invalid");
      case Refusal.CodeUsedUp() -> Problem.of(409, "code-used-up").field("code", "code-used-up");
      case Refusal.Settling() ->
          Problem.of(409, "settling").retryAfter(java.time.Duration.ofSeconds(5));
      case Refusal.NotConfirmed() -> Problem.of(409, "not-confirmed");
      case Refusal.NotRequested() -> Problem.of(409, "not-requested");
      case Refusal.NoWaitingList() -> Problem.of(409, "no-waiting-list");
      case Refusal.NotFull() -> Problem.of(409, "not-full");
      case Refusal.OthersWait() -> Problem.of(409, "full").with("waitingList", true);
      case Refusal.NotOffered() -> Problem.of(409, "not-offered");
      case Refusal.NotWaiting() -> Problem.of(409, "not-waiting");
      case Refusal.OfferExpired(var until) ->
          Problem.of(409, "offer-expired", inWords(until)).with("until", time(until));
      case Refusal.AllOrNone() -> Problem.invalid("group.atLeast", "all-or-none");
      case Refusal.AgendaClash clash -> clash(clash);
      case Refusal.NoSuchSession(int index) -> Problem.invalid(session(index), "session");
      case Refusal.SessionTwice(int index) -> Problem.invalid(session(index), "session-twice");
      case Refusal.SessionOver(int index, var endsAt) ->
          Problem.invalid(session(index), "session-over", inWords(endsAt));
      case Refusal.SessionClash(int index, var with) ->
          clash(with).field(session(index), "session-clash", with.title().zh(), with.title().en());
      case Refusal.RequestDiffers() -> Problem.of(422, "idempotency-mismatch");
      case Refusal.AlreadyCheckedIn(var at) ->
          Problem.of(409, "already-checked-in", inWords(at)).with("checkedInAt", time(at));
      case Refusal.TicketCancelled() -> Problem.of(409, "ticket-cancelled");
      case Refusal.TicketReplaced() -> Problem.of(409, "ticket-replaced");
      case Refusal.NotInside() -> Problem.of(409, "not-inside");
      case Refusal.NotLastPassage() -> Problem.of(409, "not-undoable");
      case Refusal.ZoneNotOpen() -> Problem.of(409, "zone-not-open");
      case Refusal.NoSuchDoor() -> Problem.invalid("doorId", "door");
      case Refusal.NonceUsed() -> Problem.invalid("nonce", "nonce-used");
      case Refusal.NoSuchScan(int index) -> Problem.invalid("scans[" + index + "]", "scan");
      case Refusal.SettledBefore() -> Problem.of(409, "settled-before");
      case Refusal.NoSuchOffer() -> Problem.of(409, "no-such-offer");
      case Refusal.NotTransferable() -> Problem.of(409, "not-transferable");
      case Refusal.OfferedTooOften(int most) -> Problem.of(409, "offered-too-often", most);
      case Refusal.EventStarted(var startsAt) ->
          Problem.of(409, "event-started", inWords(startsAt)).with("startsAt", time(startsAt));
      case Refusal.WrongEvent() -> Problem.of(409, "wrong-event");
      case Refusal.BadToken() -> Problem.invalid("token", "ticket-token");
      case Refusal.NotAllowed() -> Problem.of(403, "not-allowed");
    };
  }

  private static Problem clash(Refusal.AgendaClash with) {
    Text title = with.title();
    return Problem.of(
            409,
            "agenda-clash",
            title.zh(),
            title.en(),
            inWords(with.startsAt()),
            inWords(with.endsAt()))
        .with("clashesWith", with.id());
  }

  private static String session(int index) {
    return "sessions[" + index + "]";
  }

  /** As a person reads it. */
  private static String inWords(java.time.Instant at) {
    return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(JsonTime.ZONE)
        .format(at);
  }

  private static String time(java.time.Instant at) {
    return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME
        .withZone(JsonTime.ZONE)
        .format(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }
}
