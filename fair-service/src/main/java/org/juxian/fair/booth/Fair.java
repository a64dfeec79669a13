package org.juxian.fair.booth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.Decision;
import org.juxian.event.EventDetails;
import org.juxian.event.EventStatus;
import org.juxian.event.PublicEvent;
import org.juxian.event.Refusal;
import org.juxian.platform.values.Text;

/**
 * A talent exchange conference: a public event, the plan of its halls and the interviews at its
 * booths, which change together.
 *
 * @param edition 1 at first, one more with each change by its organisers; applications and
 *     interviews do not count, so that an organiser who edits the fair is not disturbed by them
 */
public record Fair(PublicEvent event, HallPlan plan, Interviews interviews, long edition) {

  private static final HallPlan NO_HALLS = new HallPlan(List.of(), 1, Collections.emptySortedMap());
  private static final String CANCELLED = "活动已取消 / The fair is cancelled";

  /** A new fair, which only its organisers see. */
  public static FairDecision draft(EventDetails details, List<Hall> halls, int boothsPerCompany) {
    PublicEvent event = new PublicEvent(EventStatus.DRAFT, details, null, null);
    Fair unborn = new Fair(event, NO_HALLS, Interviews.none(), 0);
    return unborn.both(PublicEvent.draft(details), HallPlan.empty(halls, boothsPerCompany));
  }

  /**
   * Other details, halls and booths.
   *
   * @param seen the edition that the caller edited
   */
  public FairDecision edit(
      OptionalLong seen, EventDetails details, List<Hall> halls, int limit, Instant now) {
    return isStale(seen)
        ? refused(new FairRefusal.Stale())
        : following(
            tellingExhibitors(
                both(event.edit(details, Set.of(), now), plan.rearrange(halls, limit))),
            null,
            now);
  }

  /**
   * The same of nobody whom one could find, long after the fair; which companies stood where stays.
   */
  public Fair anonymous() {
    TreeMap<String, BoothApplication> nobodys = new TreeMap<>(plan.applications());
    nobodys.replaceAll((_, application) -> application.anonymous());
    return new Fair(
        event,
        new HallPlan(plan.halls(), plan.boothsPerCompany(), nobodys),
        interviews.anonymous(),
        edition);
  }

  /** Without this person's interviews: those ahead are free again, the others nobody's. */
  public Fair withoutGuest(String personId, Instant now) {
    return new Fair(event, plan, interviews.forget(personId, now), edition);
  }

  /** Opens it to the public. */
  public FairDecision publish(OptionalLong seen, Instant now) {
    return isStale(seen)
        ? refused(new FairRefusal.Stale())
        : both(event.publish(now), new PlanDecision.Planned(plan, List.of()));
  }

  /** Calls it off; every application is closed with it. */
  public FairDecision cancel(OptionalLong seen, @Nullable Text reason, Instant now) {
    return isStale(seen)
        ? refused(new FairRefusal.Stale())
        : following(
            both(event.cancel(reason, now), plan.close(note(reason), reason)), note(reason), now);
  }

  /** A company applies for a booth. */
  public FairDecision apply(String applicationId, Applicant applicant, Instant now) {
    return onPlan(now, open -> open.apply(applicationId, applicant));
  }

  /** See {@link HallPlan#assign}. */
  public FairDecision assign(String applicationId, OptionalLong seen, String boothId, Instant now) {
    return following(onPlan(now, open -> open.assign(applicationId, seen, boothId)), null, now);
  }

  /** See {@link HallPlan#reject}. */
  public FairDecision reject(String applicationId, OptionalLong seen, String reason, Instant now) {
    return onPlan(now, open -> open.reject(applicationId, seen, reason));
  }

  /** See {@link HallPlan#withdraw}. */
  public FairDecision withdraw(
      String applicationId, OptionalLong seen, @Nullable String reason, Instant now) {
    return following(onPlan(now, open -> open.withdraw(applicationId, seen, reason)), reason, now);
  }

  /** An exhibitor opens interview slots at its booth. */
  public FairDecision openInterviews(
      String applicationId, List<String> ids, Opening opening, Instant now) {
    return plan.placeOf(applicationId).isEmpty()
        ? refused(new FairRefusal.NoBoothHeld())
        : onInterviews(
            now, open -> open.open(applicationId, ids, opening, event.details().period(), now));
  }

  /** See {@link Interviews#take}. */
  public FairDecision takeInterview(String slotId, InterviewSlot.Guest guest, Instant now) {
    return onInterviews(now, open -> open.take(slotId, guest, now));
  }

  /** See {@link Interviews#giveBack}. */
  public FairDecision giveInterviewBack(String slotId, String personId, Instant now) {
    return onInterviews(now, open -> open.giveBack(slotId, personId, now));
  }

  /** See {@link Interviews#close}. */
  public FairDecision closeInterview(
      String applicationId, String slotId, @Nullable String reason, Instant now) {
    return onInterviews(now, open -> open.close(applicationId, slotId, reason, now));
  }

  /** A change of the plan while the fair is on. */
  private interface OnPlan {
    PlanDecision decide(HallPlan open);
  }

  private FairDecision onPlan(Instant now, OnPlan change) {
    return whileOn(
        now,
        () ->
            switch (change.decide(plan)) {
              case PlanDecision.Refused(var why) -> refused(why);
              case PlanDecision.Planned(var next, var facts) ->
                  new FairDecision.Accepted(
                      new Fair(event, next, interviews, edition),
                      new Announcement.Nothing(),
                      facts);
            });
  }

  private FairDecision onInterviews(Instant now, Function<Interviews, InterviewDecision> change) {
    return whileOn(
        now,
        () ->
            switch (change.apply(interviews)) {
              case InterviewDecision.Refused(var why) -> refused(why);
              case InterviewDecision.Decided(var next, var facts) ->
                  new FairDecision.Accepted(
                      new Fair(event, plan, next, edition),
                      new Announcement.Nothing(),
                      List.of(),
                      facts);
            });
  }

  private FairDecision whileOn(Instant now, Supplier<FairDecision> decide) {
    if (event.isOver(now)) {
      return refused(new FairRefusal.Event(new Refusal.Over()));
    }
    return switch (event.status()) {
      case DRAFT -> refused(new FairRefusal.NotPublished());
      case CANCELLED -> refused(new FairRefusal.Event(new Refusal.Cancelled()));
      case PUBLISHED -> decide.get();
    };
  }

  /** What was decided, with what becomes of the interviews by it. */
  private FairDecision following(FairDecision decided, @Nullable String reason, Instant now) {
    if (!(decided instanceof FairDecision.Accepted(var fair, var announcement, var facts, _))
        || interviews.slots().isEmpty()) {
      return decided;
    }
    InterviewDecision.Decided next = new FollowingInterviews(this, fair, reason, now).follow();
    return new FairDecision.Accepted(
        new Fair(fair.event, fair.plan, next.interviews(), fair.edition),
        announcement,
        facts,
        next.facts());
  }

  private FairDecision both(Decision ofEvent, PlanDecision ofPlan) {
    if (ofEvent instanceof Decision.Refused(var why)) {
      return refused(new FairRefusal.Event(why));
    }
    if (ofPlan instanceof PlanDecision.Refused(var why)) {
      return refused(why);
    }
    Decision.Accepted accepted = (Decision.Accepted) ofEvent;
    PlanDecision.Planned planned = (PlanDecision.Planned) ofPlan;
    return new FairDecision.Accepted(
        new Fair(accepted.event(), planned.plan(), interviews, edition + 1),
        accepted.announcement(),
        planned.facts());
  }

  /** Companies plan by time and venue; of the rest those who registered are told. */
  private static FairDecision tellingExhibitors(FairDecision edited) {
    if (!(edited instanceof FairDecision.Accepted(var fair, var announcement, var facts, _))
        || !(announcement instanceof Announcement.Changed(var aspects))) {
      return edited;
    }
    Set<Aspect> concerning = EnumSet.of(Aspect.TIME, Aspect.VENUE);
    concerning.retainAll(aspects);
    List<BoothFact> all = new ArrayList<>(facts);
    all.addAll(fair.plan().changed(concerning));
    return new FairDecision.Accepted(fair, announcement, all);
  }

  private boolean isStale(OptionalLong seen) {
    return seen.isPresent() && seen.getAsLong() != edition;
  }

  private static String note(@Nullable Text reason) {
    return reason == null ? CANCELLED : reason.zh() + " / " + reason.en();
  }

  private static FairDecision refused(FairRefusal why) {
    return new FairDecision.Refused(why);
  }
}
