/**
 * What a document consists of: its bytes, its paths, exact numbers, and the one order of all
 * values. It knows no query and uses the JDK and the library's BSON alone.
 */
@NullMarked
package org.juxian.embeddedmongo.values;

import org.jspecify.annotations.NullMarked;
