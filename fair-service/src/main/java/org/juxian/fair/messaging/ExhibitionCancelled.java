package org.juxian.fair.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** {@code fair.exhibition-cancelled.v1}. */
record ExhibitionCancelled(
    String fairId,
    Text fairTitle,
    Instant startsAt,
    String applicationId,
    String personId,
    String companyName,
    @Nullable Text reason) {}
