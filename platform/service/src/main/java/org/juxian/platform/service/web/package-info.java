/** What every HTTP face shares: versions, pages, limits, times. */
@NullMarked
package org.juxian.platform.service.web;

import org.jspecify.annotations.NullMarked;
