/** Tests of forms and answers. */
@NullMarked
package org.juxian.registration.questions;

import org.jspecify.annotations.NullMarked;
