@NullMarked
package org.juxian.embeddedmongo.commands;

import org.jspecify.annotations.NullMarked;
