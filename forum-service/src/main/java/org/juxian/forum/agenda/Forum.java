package org.juxian.forum.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.Decision;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Fault;
import org.juxian.event.Period;
import org.juxian.event.PublicEvent;
import org.juxian.event.Refusal;
import org.juxian.platform.values.Text;

/**
 * A forum: a public event with an agenda. Its organisers work on a draft of the agenda; people see
 * the one that was released last. Publishing releases the draft as a whole, so that ten edits are
 * told of once.
 *
 * @param draft what its organisers work on
 * @param released what people see; null until the forum is published
 */
public record Forum(PublicEvent event, Agenda draft, @Nullable Agenda released) {

  private static final Agenda EMPTY = new Agenda(List.of(), List.of());

  /** A new forum, which only its organisers see. */
  public static ForumDecision draft(EventDetails details, List<Room> rooms) {
    return switch (PublicEvent.draft(details)) {
      case Decision.Refused(var why) -> refused(why);
      case Decision.Accepted(var event, var announcement) ->
          switch (EMPTY.withRooms(rooms)) {
            case AgendaDecision.Refused(var why) -> new ForumDecision.Refused(why);
            case AgendaDecision.Planned(var agenda) ->
                new ForumDecision.Accepted(new Forum(event, agenda, null), announcement);
          };
    };
  }

  /**
   * Other details and rooms. Details count at once; rooms belong to the draft of the agenda. A
   * forum that moves as a whole, by any time, takes its sessions with it; otherwise each must lie
   * within the new period.
   */
  public ForumDecision edit(EventDetails details, List<Room> rooms, Instant now) {
    Duration move = move(event.details().period(), details.period());
    boolean peopleSee = released != null && !released.sessions().isEmpty();
    Set<Aspect> own = !move.isZero() && peopleSee ? Set.of(Aspect.AGENDA) : Set.of();
    return switch (event.edit(details, own, now)) {
      case Decision.Refused(var why) -> refused(why);
      case Decision.Accepted accepted -> movedBy(move).edited(accepted, rooms);
    };
  }

  /** Opens it to the public, or releases the draft of its agenda if it is open already. */
  public ForumDecision publish(Instant now) {
    if (event.status() == EventStatus.PUBLISHED && hasUnreleasedChanges()) {
      return event.isOver(now)
          ? refused(new Refusal.Over())
          : new ForumDecision.Accepted(
              new Forum(event, draft, draft), new Announcement.Changed(Set.of(Aspect.AGENDA)));
    }
    return switch (event.publish(now)) {
      case Decision.Refused(var why) -> refused(why);
      case Decision.Accepted(var published, var announcement) ->
          new ForumDecision.Accepted(new Forum(published, draft, draft), announcement);
    };
  }

  /** Calls it off, for ever. */
  public ForumDecision cancel(@Nullable Text reason, Instant now) {
    return switch (event.cancel(reason, now)) {
      case Decision.Refused(var why) -> refused(why);
      case Decision.Accepted(var cancelled, var announcement) ->
          new ForumDecision.Accepted(new Forum(cancelled, draft, released), announcement);
    };
  }

  /** A session more in the draft. */
  public ForumDecision add(Session session, Instant now) {
    return onDraft(now, agenda -> agenda.add(session, event.details().period()));
  }

  /** A session of the draft in another form. */
  public ForumDecision change(Session session, Instant now) {
    return onDraft(now, agenda -> agenda.change(session, event.details().period()));
  }

  /** A session less in the draft. */
  public ForumDecision remove(String sessionId, Instant now) {
    return onDraft(now, agenda -> agenda.remove(sessionId));
  }

  /** Whether people see another agenda than the one its organisers work on. */
  public boolean hasUnreleasedChanges() {
    return released != null && !released.equals(draft);
  }

  /** The agenda that people see; empty until it is published. */
  public Agenda publicAgenda() {
    return released == null ? EMPTY : released;
  }

  /** The same without the names and accounts of these speakers; their sessions stay. */
  public Forum forgetting(Predicate<Speaker> who) {
    return new Forum(
        event, draft.forgetting(who), released == null ? null : released.forgetting(who));
  }

  /** Whether any of these speaks, in the draft or in what people see. */
  public boolean hasSpeaker(Predicate<Speaker> who) {
    return draft.hasSpeaker(who) || publicAgenda().hasSpeaker(who);
  }

  private interface OnDraft {
    AgendaDecision decide(Agenda draft);
  }

  private ForumDecision onDraft(Instant now, OnDraft change) {
    if (event.status() == EventStatus.CANCELLED) {
      return refused(new Refusal.Cancelled());
    }
    if (event.isOver(now)) {
      return refused(new Refusal.Over());
    }
    return switch (change.decide(draft)) {
      case AgendaDecision.Refused(var why) -> new ForumDecision.Refused(why);
      case AgendaDecision.Planned(var agenda) ->
          new ForumDecision.Accepted(
              new Forum(event, agenda, released), new Announcement.Nothing());
    };
  }

  private ForumDecision edited(Decision.Accepted accepted, List<Room> rooms) {
    Period period = accepted.event().details().period();
    Optional<Session> outside = draft.outside(period).or(() -> publicAgenda().outside(period));
    if (outside.isPresent()) {
      Fault fault = Fault.of("endsAt", "session-outside", outside.get().title());
      return refused(new Refusal.Invalid(List.of(fault)));
    }
    return switch (draft.withRooms(rooms)) {
      case AgendaDecision.Refused(var why) -> new ForumDecision.Refused(why);
      case AgendaDecision.Planned(var agenda) ->
          new ForumDecision.Accepted(
              new Forum(accepted.event(), agenda, released), accepted.announcement());
    };
  }

  private Forum movedBy(Duration move) {
    return new Forum(event, draft.movedBy(move), released == null ? null : released.movedBy(move));
  }

  /** How far a period moved as a whole; zero if it did not, or became longer or shorter. */
  private static Duration move(Period before, Period after) {
    Duration start = Duration.between(before.startsAt(), after.startsAt());
    Duration end = Duration.between(before.endsAt(), after.endsAt());
    return start.equals(end) ? start : Duration.ZERO;
  }

  private static ForumDecision refused(Refusal why) {
    return new ForumDecision.Refused(new ForumRefusal.Event(why));
  }
}
