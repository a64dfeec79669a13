/** Shows that the embedded broker keeps what it took and refuses what it cannot do. */
@NullMarked
package org.juxian.embeddedkafka;

import org.jspecify.annotations.NullMarked;
