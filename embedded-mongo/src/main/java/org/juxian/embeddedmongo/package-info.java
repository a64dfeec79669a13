/**
 * A durable, indexed server for one machine that speaks MongoDB's wire protocol: how to start it.
 * Everything else is in the rooms below, whose arrows {@code RoomsTest} holds.
 */
@NullMarked
package org.juxian.embeddedmongo;

import org.jspecify.annotations.NullMarked;
