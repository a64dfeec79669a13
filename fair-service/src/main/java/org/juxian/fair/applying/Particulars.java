package org.juxian.fair.applying;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.fair.booth.Applicant;

/**
 * What a company told when it applied: for its organiser's eyes and its own. It never changes;
 * where the application stands is in the fair's plan.
 *
 * @param contactName whom the organiser can ask
 * @param contactPhone E.164
 * @param wish what the company would like
 */
public record Particulars(
    String id,
    String fairId,
    Applicant applicant,
    String contactName,
    @Nullable String contactPhone,
    @Nullable String wish,
    Instant createdAt) {}
