package org.juxian.fair.web;

import org.juxian.event.web.EventProblems;
import org.juxian.fair.booth.FairRefusal;
import org.juxian.fair.managing.KeptFair;
import org.juxian.fair.managing.Outcome;
import org.juxian.platform.service.problem.Problem;

/** Turns refusals into problems. */
final class FairProblems {

  private FairProblems() {}

  /** The fair as it is now, or the refusal as the problem that is thrown. */
  static KeptFair done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var kept) -> kept;
      case Outcome.Refused(var why) -> throw of(why);
    };
  }

  private static Problem of(FairRefusal refusal) {
    return switch (refusal) {
      case FairRefusal.Event(var why) -> EventProblems.of(why);
      case FairRefusal.Stale() -> Problem.of(412, "stale");
      case FairRefusal.Unknown() -> Problem.notFound();
      case FairRefusal.NotPublished() -> Problem.of(409, "not-published");
      case FairRefusal.NoSuchBooth() -> Problem.invalid("boothId", "unknown-booth");
      case FairRefusal.BoothTaken(var number, var company) ->
          Problem.of(409, "booth-taken", number, company).with("boothNumber", number);
      case FairRefusal.CompanyLimit(var company, var limit, var numbers) ->
          Problem.of(409, "company-limit", company, limit, numbers);
      case FairRefusal.BoothInUse(var number, var company) ->
          Problem.of(409, "booth-in-use", number, company).with("boothNumber", number);
      case FairRefusal.HoldsBooth(var number) -> Problem.of(409, "holds-booth", number);
      case FairRefusal.ApplicationClosed() -> Problem.of(409, "application-closed");
      case FairRefusal.AlreadyApplied(var limit) -> Problem.of(409, "already-applied", limit);
      case FairRefusal.NoBoothHeld() -> Problem.of(409, "no-booth-held");
      case FairRefusal.InterviewTaken() -> Problem.of(409, "interview-taken");
      case FairRefusal.InterviewBegun() -> Problem.of(409, "interview-begun");
      case FairRefusal.InterviewTooClose(var other, var startsAt) ->
          Problem.of(409, "interview-too-close")
              .with("clashesWith", other)
              .with("startsAt", startsAt.toString());
      case FairRefusal.AlreadyInterviewed() -> Problem.of(409, "already-interviewed");
      case FairRefusal.TooManyInterviews(var limit) ->
          Problem.of(409, "too-many-interviews", limit);
      case FairRefusal.TooManyApplications() -> Problem.of(409, "too-many-applications");
    };
  }
}
