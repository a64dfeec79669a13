package org.juxian.registration.people;

import org.jspecify.annotations.Nullable;

/**
 * A person as identity-service knows them.
 *
 * @param phone E.164
 */
public record Person(String id, String name, @Nullable String phone) {}
