/** Real servers, tokens, contracts and rules for the tests of every service. */
@NullMarked
package org.juxian.platform.testkit;

import org.jspecify.annotations.NullMarked;
