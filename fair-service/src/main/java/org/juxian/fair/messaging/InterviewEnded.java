package org.juxian.fair.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** {@code fair.interview-ended.v1}. */
record InterviewEnded(
    String fairId,
    Text fairTitle,
    String interviewId,
    String personId,
    String companyName,
    Instant startsAt,
    String cause,
    @Nullable String reason) {}
