/**
 * Receives SMS over SMPP and mail over SMTP, and shows them in a browser instead of passing them
 * on.
 */
@NullMarked
package org.juxian.standalone.sandbox;

import org.jspecify.annotations.NullMarked;
