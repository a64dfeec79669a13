/** What an operator does to any service: list and replay dead letters. */
@NullMarked
package org.juxian.platform.service.operations;

import org.jspecify.annotations.NullMarked;
