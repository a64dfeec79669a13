package org.juxian.fair.booth;

import java.time.Instant;
import org.juxian.event.Refusal;

/** Why a fair and its booths stay as they are. */
public sealed interface FairRefusal {

  /** A rule for every kind of event, or a fault in the request. */
  record Event(Refusal why) implements FairRefusal {}

  /** Somebody else changed it since the caller looked. */
  record Stale() implements FairRefusal {}

  /** There is no such fair, or no such application at it. */
  record Unknown() implements FairRefusal {}

  /** Applications open when the fair is published. */
  record NotPublished() implements FairRefusal {}

  /** The fair has no such booth. */
  record NoSuchBooth() implements FairRefusal {}

  /** Another company holds that booth. */
  record BoothTaken(String boothNumber, String companyName) implements FairRefusal {}

  /** The company holds as many booths as one company may. */
  record CompanyLimit(String companyName, int limit, String boothNumbers) implements FairRefusal {}

  /** A booth that a company holds would disappear. */
  record BoothInUse(String boothNumber, String companyName) implements FairRefusal {}

  /** It cannot be rejected while it holds a booth: that is withdrawn. */
  record HoldsBooth(String boothNumber) implements FairRefusal {}

  /** It was rejected or withdrawn, and that is final. */
  record ApplicationClosed() implements FairRefusal {}

  /** The same person has applied for the same company as often as it may hold booths. */
  record AlreadyApplied(int limit) implements FairRefusal {}

  /** More applications than one person may have, or than a fair can take. */
  record TooManyApplications() implements FairRefusal {}

  /** The company holds no booth, so nobody could be interviewed there. */
  record NoBoothHeld() implements FairRefusal {}

  /** Somebody else has this interview slot. */
  record InterviewTaken() implements FairRefusal {}

  /** What begins can neither be taken, given back nor closed any more. */
  record InterviewBegun() implements FairRefusal {}

  /** The person has another interview at that time, or less than ten minutes apart. */
  record InterviewTooClose(String otherId, Instant startsAt) implements FairRefusal {}

  /** The person has an interview with this exhibitor already. */
  record AlreadyInterviewed() implements FairRefusal {}

  /** The person has as many interviews at this fair as one may have. */
  record TooManyInterviews(int limit) implements FairRefusal {}
}
