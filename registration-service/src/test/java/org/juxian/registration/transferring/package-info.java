@NullMarked
package org.juxian.registration.transferring;

import org.jspecify.annotations.NullMarked;
