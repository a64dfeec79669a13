/**
 * Changes on the disk: the log, snapshots, recovery, repair and the folder that holds them. It
 * knows bytes, not documents, and uses no other room.
 */
@NullMarked
package org.juxian.embeddedmongo.files;

import org.jspecify.annotations.NullMarked;
