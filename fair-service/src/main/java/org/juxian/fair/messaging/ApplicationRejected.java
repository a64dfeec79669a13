package org.juxian.fair.messaging;

import org.juxian.platform.values.Text;

/** {@code fair.application-rejected.v1}. */
record ApplicationRejected(
    String fairId,
    Text fairTitle,
    String applicationId,
    String personId,
    String companyName,
    String reason) {}
