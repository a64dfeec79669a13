/** A durable, indexed server for one machine that speaks MongoDB's wire protocol. */
@NullMarked
package org.juxian.embeddedmongo;

import org.jspecify.annotations.NullMarked;
