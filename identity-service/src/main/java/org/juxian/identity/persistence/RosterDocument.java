package org.juxian.identity.persistence;

import java.util.List;

/**
 * Who administers.
 *
 * @param personIds never empty
 * @param appointedAtStart whom configuration made an administrator: it does so once for each
 */
public record RosterDocument(List<String> personIds, List<String> appointedAtStart) {}
