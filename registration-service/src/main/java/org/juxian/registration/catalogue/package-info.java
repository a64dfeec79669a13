/** What is published: our copy of the events of all services. */
@NullMarked
package org.juxian.registration.catalogue;

import org.jspecify.annotations.NullMarked;
