/** A real Apache Kafka broker in one JVM, for the first run and for tests. */
@NullMarked
package org.juxian.embeddedkafka;

import org.jspecify.annotations.NullMarked;
