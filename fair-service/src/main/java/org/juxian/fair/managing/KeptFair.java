package org.juxian.fair.managing;

import org.juxian.fair.booth.Fair;

/**
 * A fair as it is kept.
 *
 * @param revision one more with each write of any kind: what guards the next write
 */
public record KeptFair(String id, long revision, Fair fair) {}
