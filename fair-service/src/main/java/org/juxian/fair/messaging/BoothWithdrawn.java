package org.juxian.fair.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/** {@code fair.booth-withdrawn.v1}. */
record BoothWithdrawn(
    String fairId,
    Text fairTitle,
    String applicationId,
    String personId,
    String companyName,
    Text hall,
    String boothNumber,
    @Nullable String reason) {}
