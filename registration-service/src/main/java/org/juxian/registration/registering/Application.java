package org.juxian.registration.registering;

import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Team;

/**
 * A person's wish to register.
 *
 * @param personName from the token; may be blank
 * @param organisationId the school or company that the person comes from, where one is known
 * @param quiet whether nobody is told; who asks so tells them later
 * @param request the Idempotency-Key with what was asked, where one was sent
 */
public record Application(
    String eventId,
    String ticketTypeId,
    String personId,
    String personName,
    @Nullable Team team,
    @Nullable String organisationId,
    @Nullable Request request,
    boolean quiet) {}
