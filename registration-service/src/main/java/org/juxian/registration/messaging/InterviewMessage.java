package org.juxian.registration.messaging;

import java.time.Instant;
import java.util.Map;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.juxian.registration.agenda.AgendaItem;

/** Our reading of {@code fair.interview-booked.v1}. */
record InterviewMessage(
    String fairId,
    String interviewId,
    String personId,
    String companyName,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    String boothNumber,
    int table) {

  /** Our reading of {@code fair.interview-ended.v1}. */
  record Ended(String fairId, String interviewId) {}

  AgendaItem toItem(long sequence) {
    return new AgendaItem(
        AgendaItem.Kind.INTERVIEW,
        interviewId,
        fairId,
        new Text("面试：" + companyName, "Interview: " + companyName),
        startsAt,
        endsAt,
        venue,
        null,
        0,
        sequence);
  }

  Map<String, String> places() {
    return Map.of(personId, boothNumber + " #" + table);
  }
}
