package org.juxian.identity.messaging;

import java.time.Instant;

/** {@code identity.account-unused.v1}: an account that will be forgotten unless it is used. */
record AccountUnused(String personId, Instant forgottenAt) {}
