package org.juxian.registration.agenda;

import java.time.Instant;
import java.util.Locale;

/** A person's private calendar feed; its address is a secret that is kept only as a hash. */
public record Feed(String personId, String hash, Locale language, Instant since) {}
