/** Forums in MongoDB. */
@NullMarked
package org.juxian.forum.persistence;

import org.jspecify.annotations.NullMarked;
