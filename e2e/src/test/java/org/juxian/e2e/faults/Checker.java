package org.juxian.e2e.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.juxian.e2e.faults.Evidence.Arrived;
import org.juxian.e2e.faults.Evidence.Event;
import org.juxian.e2e.faults.Evidence.Notice;
import org.juxian.e2e.faults.Evidence.Stored;
import org.juxian.e2e.faults.Evidence.Told;

/**
 * Compares what people were told with what is stored and with what they got. The rules:
 *
 * <ol>
 *   <li>Whoever was told of a registration has it, under the id that they were told.
 *   <li>Nobody has two places at one event, no place has two people, no event more than it holds;
 *       and nothing is stored of which nobody was told, since everybody asked until answered.
 *   <li>Who was told that an event is full was told the truth.
 *   <li>For each registration there is one message, and its fate is known: sent or, for an SMS of
 *       which nobody knows, in doubt. In doubt are at most as many as a killed notification-service
 *       had in hand ({@value #IN_HAND}).
 *   <li>An SMS that was sent is on the phone once; one in doubt at most once. A mail that was sent
 *       is in the mailbox; twice at most, and only where it was handed over twice.
 * </ol>
 */
final class Checker {

  static final int IN_HAND = 16;
  private static final Set<String> SETTLED = Set.of("sent", "in-doubt");

  private final Evidence evidence;
  private final List<String> complaints = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Whether nothing is on its way any more. */
  static boolean isAtRest(Evidence evidence) {
    return evidence.stored().stream()
        .allMatch(
            one ->
                evidence.notices().stream()
                    .anyMatch(
                        notice -> notice.isAbout(one.id()) && SETTLED.contains(notice.status())));
  }

  /** What is broken; empty if nothing is. */
  static List<String> complaints(Evidence evidence) {
    Checker checker = new Checker(evidence);
    checker.nothingIsLost();
    evidence.events().forEach(checker::nothingIsGivenTwice);
    evidence.stored().forEach(checker::isTold);
    checker.fewAreInDoubt();
    return checker.complaints;
  }

  private void nothingIsLost() {
    for (Told told : evidence.told()) {
      boolean full = told.registrationId().isEmpty();
      if (!full
          && storedAt(told.eventId()).noneMatch(one -> one.id().equals(told.registrationId()))) {
        complaints.add("lost: " + told);
      }
    }
    Set<String> ids = new HashSet<>();
    evidence.told().forEach(told -> ids.add(told.registrationId()));
    for (Stored stored : evidence.stored()) {
      if (!ids.contains(stored.id())) {
        complaints.add("stored, and nobody was told: " + stored);
      }
    }
  }

  private void nothingIsGivenTwice(Event event) {
    List<Stored> stored = storedAt(event.id()).toList();
    Set<String> people = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (Stored one : stored) {
      if (!one.status().equals("confirmed")) {
        complaints.add("not confirmed: " + one);
      }
      if (!people.add(one.name())) {
        complaints.add("a person twice: " + one);
      }
      if (!places.add(one.ticketNumber())) {
        complaints.add("a place twice: " + one);
      }
    }
    if (stored.size() > event.capacity()) {
      complaints.add("oversold: " + stored.size() + " of " + event);
    }
    boolean toldFull =
        evidence.told().stream()
            .anyMatch(told -> told.eventId().equals(event.id()) && told.registrationId().isEmpty());
    if (toldFull && stored.size() < event.capacity()) {
      complaints.add("said to be full: " + stored.size() + " of " + event);
    }
  }

  private void isTold(Stored stored) {
    List<Notice> notices =
        evidence.notices().stream().filter(notice -> notice.isAbout(stored.id())).toList();
    List<Arrived> arrived =
        evidence.inbox().stream().filter(message -> message.isAbout(stored.id())).toList();
    if (notices.size() != 1) {
      complaints.add(notices.size() + " messages of " + stored);
      return;
    }
    Notice notice = notices.getFirst();
    int least = notice.status().equals("sent") ? 1 : 0;
    boolean mailAgain = notice.channel().equals("mail") && notice.attempts() > 1;
    int most = mailAgain ? 2 : 1;
    boolean known =
        notice.status().equals("sent")
            || (notice.status().equals("in-doubt") && notice.channel().equals("sms"));
    if (!known || arrived.size() < least || arrived.size() > most) {
      complaints.add(arrived.size() + " arrived of " + notice);
    }
    if (arrived.stream().map(Arrived::to).distinct().count() > 1) {
      complaints.add("went to several: " + arrived);
    }
  }

  private void fewAreInDoubt() {
    long inDoubt =
        evidence.notices().stream().filter(notice -> notice.status().equals("in-doubt")).count();
    if (inDoubt > (long) IN_HAND * evidence.kills()) {
      complaints.add(inDoubt + " in doubt after " + evidence.kills() + " kills");
    }
  }

  private Stream<Stored> storedAt(String eventId) {
    return evidence.stored().stream().filter(one -> one.eventId().equals(eventId));
  }
}
