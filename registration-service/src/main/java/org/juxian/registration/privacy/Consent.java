package org.juxian.registration.privacy;

import java.time.Instant;

/**
 * An entry of the ledger: what a person said about a purpose, and when.
 *
 * @param number 1 for the first about this purpose, one more for each that follows
 * @param textVersion which wording they were shown
 */
public record Consent(
    String personId, Purpose purpose, int number, boolean given, int textVersion, Instant at) {}
