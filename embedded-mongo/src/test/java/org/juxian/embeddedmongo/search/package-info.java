@NullMarked
package org.juxian.embeddedmongo.search;

import org.jspecify.annotations.NullMarked;
