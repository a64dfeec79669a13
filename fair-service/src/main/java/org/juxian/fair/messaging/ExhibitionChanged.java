package org.juxian.fair.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

/** {@code fair.exhibition-changed.v1}. */
record ExhibitionChanged(
    String fairId,
    Text fairTitle,
    Instant startsAt,
    Instant endsAt,
    Venue venue,
    String applicationId,
    String personId,
    String companyName,
    @Nullable Text hall,
    @Nullable String boothNumber,
    List<String> changes) {}
