package org.juxian.fair.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code fair.booth-assigned.v1}. */
record BoothAssigned(
    String fairId,
    Text fairTitle,
    Instant startsAt,
    Venue venue,
    String applicationId,
    String personId,
    String companyName,
    Text hall,
    String boothNumber,
    @Nullable String previousBoothNumber) {}
