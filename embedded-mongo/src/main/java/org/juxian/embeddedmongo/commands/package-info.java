/** What a client may say and what is answered. It may use every room but {@code network}. */
@NullMarked
package org.juxian.embeddedmongo.commands;

import org.jspecify.annotations.NullMarked;
