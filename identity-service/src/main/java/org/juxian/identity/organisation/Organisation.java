package org.juxian.identity.organisation;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * A member of the alliance.
 *
 * @param licenceNumber its unified social credit code ({@link CreditCode}), where it has one; no
 *     other organisation has the same
 */
public record Organisation(
    String id, Text name, OrganisationKind kind, @Nullable String licenceNumber) {}
