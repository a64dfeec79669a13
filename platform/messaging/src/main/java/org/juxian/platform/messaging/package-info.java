/**
 * How services tell each other what happened: outbox, relay, subscriptions, inbox, dead letters.
 */
@NullMarked
package org.juxian.platform.messaging;

import org.jspecify.annotations.NullMarked;
