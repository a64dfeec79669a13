@NullMarked
package org.juxian.embeddedmongo.language;

import org.jspecify.annotations.NullMarked;
