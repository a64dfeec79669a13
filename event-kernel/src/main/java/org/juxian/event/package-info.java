/**
 * The shared kernel of the services that own public events (fair, competition, forum): what an
 * event is, how it goes from draft to published to cancelled, and which rules hold for it. Pure: it
 * knows Java and the platform's plain values only.
 *
 * <p>It stays small on purpose. It holds what must be the same in all three because registration
 * and notification read it as one language; booths, heats and sessions stay with their owners.
 */
@NullMarked
package org.juxian.event;

import org.jspecify.annotations.NullMarked;
