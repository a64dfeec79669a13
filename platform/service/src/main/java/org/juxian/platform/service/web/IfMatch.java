package org.juxian.platform.service.web;

/**
 * The version that the caller has seen, from {@code If-Match: "3"}. As a controller's parameter it
 * is required: without it the answer is 428, with something else in it 400. As {@code
 * Optional<IfMatch>} it may be left out.
 *
 * @param version as in the {@code ETag}
 */
public record IfMatch(long version) {}
