package org.juxian.platform.service.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code halls[0].booths[2].number}
 * @param message what is wrong, in the reader's language
 */
public record FieldError(String field, String message) {}
