/** The defaults that every service starts with. */
@NullMarked
package org.juxian.platform.service;

import org.jspecify.annotations.NullMarked;
