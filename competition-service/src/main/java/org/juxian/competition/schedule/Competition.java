package org.juxian.competition.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.Decision;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.Fault;
import org.juxian.event.PublicEvent;
import org.juxian.event.Refusal;
import org.juxian.platform.values.Text;

/**
 * A skills competition: a public event, its programme and its schedule, which change together.
 *
 * @param edition 1 at first, one more with each change of the event by its organisers; entries and
 *     heats do not count
 */
public record Competition(PublicEvent event, Programme programme, Schedule schedule, long edition) {

  /** More entries than this need another way of keeping them: they live in one document. */
  public static final int MOST_ENTRIES = 2000;

  /** A new competition, which only its organisers see. */
  public static CompetitionDecision draft(EventDetails details, Programme programme) {
    Competition unborn =
        new Competition(
            new PublicEvent(EventStatus.DRAFT, details, null, null), programme, Schedule.EMPTY, 0);
    return unborn.decided(PublicEvent.draft(details), programme, programmeFaults(programme));
  }

  /** Other details and another programme; heats that stand must still be possible. */
  public CompetitionDecision edit(
      OptionalLong seen, EventDetails details, Programme next, Instant now) {
    if (isStale(seen)) {
      return refused(new CompetitionRefusal.Stale());
    }
    List<Fault> faults = new ArrayList<>(programmeFaults(next));
    faults.addAll(heatsStay(details, next));
    boolean same = programme.skill().equals(next.skill()) && programme.rules().equals(next.rules());
    Set<Aspect> own = same ? EnumSet.noneOf(Aspect.class) : EnumSet.of(Aspect.DETAILS);
    return decided(event.edit(details, own, now), next, faults);
  }

  /** Opens it for entry. */
  public CompetitionDecision publish(OptionalLong seen, Instant now) {
    return isStale(seen)
        ? refused(new CompetitionRefusal.Stale())
        : decided(event.publish(now), programme, List.of());
  }

  /** Calls it off. Entrants hear of it through their registrations. */
  public CompetitionDecision cancel(OptionalLong seen, @Nullable Text reason, Instant now) {
    return isStale(seen)
        ? refused(new CompetitionRefusal.Stale())
        : decided(event.cancel(reason, now), programme, List.of());
  }

  /** Puts a new heat into the schedule. */
  public CompetitionDecision schedule(Heat heat, Instant now) {
    return onSchedule(
        now,
        () ->
            placed(heat) instanceof CompetitionDecision.Accepted accepted
                ? accepted(
                    accepted.competition(),
                    List.of(accepted.competition().scheduled(heat, heat.assignments(), false)))
                : placed(heat));
  }

  /**
   * Puts another heat in place of one.
   *
   * @param seen the heat's version that the caller saw
   */
  public CompetitionDecision reschedule(String heatId, long seen, Heat wanted, Instant now) {
    return onSchedule(
        now,
        () -> {
          Heat before = schedule.heat(heatId).orElse(null);
          if (before == null) {
            return refused(new CompetitionRefusal.Unknown());
          }
          if (before.version() != seen) {
            return refused(new CompetitionRefusal.Stale());
          }
          Heat after = new Heat(heatId, seen + 1, wanted.period(), wanted.assignments());
          return placed(after) instanceof CompetitionDecision.Accepted accepted
              ? accepted(accepted.competition(), HeatChanges.between(this, before, after))
              : placed(after);
        });
  }

  /** Takes a heat out; its entrants are told. */
  public CompetitionDecision remove(String heatId, long seen, Instant now) {
    return onSchedule(
        now,
        () -> {
          Heat heat = schedule.heat(heatId).orElse(null);
          if (heat == null) {
            return refused(new CompetitionRefusal.Unknown());
          }
          return heat.version() == seen
              ? accepted(with(schedule.without(heatId)), cancelled(heat, heat.assignments()))
              : refused(new CompetitionRefusal.Stale());
        });
  }

  /**
   * Learns of an entry. Older news than what is known changes nothing. Where an entry passes to
   * another person, one version of it tells that it ended for one and began for the other. An entry
   * that was cancelled leaves its heats that are to come, and so does one that somebody joined, of
   * whom nobody knows whether they are free then; its people are told.
   */
  public CompetitionDecision learn(Entry news, Instant now) {
    Entry known = schedule.entries().get(news.id());
    if (known != null && known.knows(news)) {
      return accepted(this, List.of());
    }
    Schedule next = schedule.with(news);
    if (news.entered() && (known == null || known.people().containsAll(news.people()))) {
      return accepted(with(next), List.of());
    }
    List<HeatFact> facts = new ArrayList<>();
    for (Heat heat : schedule.heats()) {
      if (heat.has(news.id()) && !heat.period().isOverAt(now)) {
        next =
            next.with(new Heat(heat.id(), heat.version() + 1, heat.period(), without(heat, news)));
        facts.add(new HeatFact.Cancelled(heat, places(heat, news), !news.entered()));
      }
    }
    return accepted(with(next), facts);
  }

  private List<HeatFact.Place> places(Heat heat, Entry entry) {
    return heat.assignments().stream()
        .filter(assignment -> assignment.entryId().equals(entry.id()))
        .map(schedule::place)
        .toList();
  }

  private static List<Assignment> without(Heat heat, Entry entry) {
    return heat.assignments().stream()
        .filter(assignment -> !assignment.entryId().equals(entry.id()))
        .toList();
  }

  private CompetitionDecision placed(Heat heat) {
    List<Fault> faults = schedule.faults(heat, event.details().period(), programme.workstations());
    if (!faults.isEmpty()) {
      return refused(new CompetitionRefusal.Event(new Refusal.Invalid(faults)));
    }
    return schedule
        .clash(heat)
        .map(Competition::refused)
        .orElseGet(() -> accepted(with(schedule.with(heat)), List.of()));
  }

  HeatFact scheduled(Heat heat, List<Assignment> of, boolean rescheduled) {
    return new HeatFact.Scheduled(heat, of.stream().map(schedule::place).toList(), rescheduled);
  }

  List<HeatFact> cancelled(Heat heat, List<Assignment> of) {
    return of.isEmpty()
        ? List.of()
        : List.of(new HeatFact.Cancelled(heat, of.stream().map(schedule::place).toList(), false));
  }

  private interface OnSchedule {
    CompetitionDecision decide();
  }

  private CompetitionDecision onSchedule(Instant now, OnSchedule change) {
    if (event.isOver(now)) {
      return refused(new CompetitionRefusal.Event(new Refusal.Over()));
    }
    return switch (event.status()) {
      case DRAFT -> refused(new CompetitionRefusal.NotPublished());
      case CANCELLED -> refused(new CompetitionRefusal.Event(new Refusal.Cancelled()));
      case PUBLISHED -> change.decide();
    };
  }

  private List<Fault> heatsStay(EventDetails details, Programme next) {
    List<Fault> faults = new ArrayList<>();
    for (Heat heat : schedule.heats()) {
      if (!details.period().contains(heat.period())) {
        faults.add(Fault.of("endsAt", "heats-outside"));
      }
      for (Assignment assignment : heat.assignments()) {
        if (!next.workstations().contains(assignment.workstation())) {
          faults.add(Fault.of("workstations", "workstation-in-use", assignment.workstation()));
        }
      }
    }
    return faults.stream().distinct().toList();
  }

  private static List<Fault> programmeFaults(Programme programme) {
    List<Fault> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int at = 0; at < programme.workstations().size(); at++) {
      if (!names.add(programme.workstations().get(at))) {
        faults.add(Fault.of("workstations[" + at + "]", "duplicate"));
      }
    }
    return faults;
  }

  private CompetitionDecision decided(Decision ofEvent, Programme next, List<Fault> faults) {
    return switch (ofEvent) {
      case Decision.Refused(Refusal.Invalid(var more)) -> {
        List<Fault> all = new ArrayList<>(more);
        all.addAll(faults);
        yield refused(new CompetitionRefusal.Event(new Refusal.Invalid(all)));
      }
      case Decision.Refused(var why) -> refused(new CompetitionRefusal.Event(why));
      case Decision.Accepted(var accepted, var announcement) ->
          faults.isEmpty()
              ? new CompetitionDecision.Accepted(
                  new Competition(accepted, next, schedule, edition + 1), announcement, List.of())
              : refused(new CompetitionRefusal.Event(new Refusal.Invalid(faults)));
    };
  }

  private Competition with(Schedule next) {
    return new Competition(event, programme, next, edition);
  }

  private boolean isStale(OptionalLong seen) {
    return seen.isPresent() && seen.getAsLong() != edition;
  }

  private static CompetitionDecision accepted(Competition competition, List<HeatFact> facts) {
    return new CompetitionDecision.Accepted(competition, new Announcement.Nothing(), facts);
  }

  private static CompetitionDecision refused(CompetitionRefusal why) {
    return new CompetitionDecision.Refused(why);
  }
}
