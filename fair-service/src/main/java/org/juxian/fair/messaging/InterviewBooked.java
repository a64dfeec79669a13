package org.juxian.fair.messaging;

import java.time.Instant;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code fair.interview-booked.v1}. */
record InterviewBooked(
    String fairId,
    Text fairTitle,
    String interviewId,
    String personId,
    String companyName,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    Text hall,
    String boothNumber,
    int table,
    boolean moved) {}
