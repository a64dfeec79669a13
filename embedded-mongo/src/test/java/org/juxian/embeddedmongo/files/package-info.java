@NullMarked
package org.juxian.embeddedmongo.files;

import org.jspecify.annotations.NullMarked;
