package org.juxian.fair.booth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
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
 * A talent exchange conference: a public event and the plan of its halls, which change together.
 *
 * @param edition 1 at first, one more with each change by its organisers; applications do not
 *     count, so that an organiser who edits the fair is not disturbed by companies that apply
 */
public record Fair(PublicEvent event, HallPlan plan, long edition) {

  private static final HallPlan NO_HALLS = new HallPlan(List.of(), 1, Collections.emptySortedMap());
  private static final String CANCELLED = "活动已取消 / The fair is cancelled";

  /** A new fair, which only its organisers see. */
  public static FairDecision draft(EventDetails details, List<Hall> halls, int boothsPerCompany) {
    Fair unborn = new Fair(new PublicEvent(EventStatus.DRAFT, details, null, null), NO_HALLS, 0);
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
        : tellingExhibitors(both(event.edit(details, Set.of(), now), plan.rearrange(halls, limit)));
  }

  /**
   * The same of nobody whom one could find, long after the fair; which companies stood where stays.
   */
  public Fair anonymous() {
    TreeMap<String, BoothApplication> nobodys = new TreeMap<>(plan.applications());
    nobodys.replaceAll((_, application) -> application.anonymous());
    return new Fair(event, new HallPlan(plan.halls(), plan.boothsPerCompany(), nobodys), edition);
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
        : both(event.cancel(reason, now), plan.close(note(reason), reason));
  }

  /** A company applies for a booth. */
  public FairDecision apply(String applicationId, Applicant applicant, Instant now) {
    return onPlan(now, open -> open.apply(applicationId, applicant));
  }

  /** See {@link HallPlan#assign}. */
  public FairDecision assign(String applicationId, OptionalLong seen, String boothId, Instant now) {
    return onPlan(now, open -> open.assign(applicationId, seen, boothId));
  }

  /** See {@link HallPlan#reject}. */
  public FairDecision reject(String applicationId, OptionalLong seen, String reason, Instant now) {
    return onPlan(now, open -> open.reject(applicationId, seen, reason));
  }

  /** See {@link HallPlan#withdraw}. */
  public FairDecision withdraw(
      String applicationId, OptionalLong seen, @Nullable String reason, Instant now) {
    return onPlan(now, open -> open.withdraw(applicationId, seen, reason));
  }

  /** A change of the plan while the fair is on. */
  private interface OnPlan {
    PlanDecision decide(HallPlan open);
  }

  private FairDecision onPlan(Instant now, OnPlan change) {
    if (event.isOver(now)) {
      return refused(new FairRefusal.Event(new Refusal.Over()));
    }
    return switch (event.status()) {
      case DRAFT -> refused(new FairRefusal.NotPublished());
      case CANCELLED -> refused(new FairRefusal.Event(new Refusal.Cancelled()));
      case PUBLISHED ->
          switch (change.decide(plan)) {
            case PlanDecision.Refused(var why) -> refused(why);
            case PlanDecision.Planned(var next, var facts) ->
                new FairDecision.Accepted(
                    new Fair(event, next, edition), new Announcement.Nothing(), facts);
          };
    };
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
        new Fair(accepted.event(), planned.plan(), edition + 1),
        accepted.announcement(),
        planned.facts());
  }

  /** Companies plan by time and venue; of the rest those who registered are told. */
  private static FairDecision tellingExhibitors(FairDecision edited) {
    if (!(edited instanceof FairDecision.Accepted(var fair, var announcement, var facts))
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
