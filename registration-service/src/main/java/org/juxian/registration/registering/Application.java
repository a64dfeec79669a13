package org.juxian.registration.registering;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.Request;
import org.juxian.registration.place.Team;

/**
 * A person's wish to register.
 *
 * @param personName from the token; may be blank
 * @param organisationId the school or company that the person comes from, where one is known
 * @param quiet whether nobody is told; who asks so tells them later
 * @param grants what the person may do for whom: {@code role} or {@code role@organisationId}
 * @param code of an invitation, as it was typed
 * @param request the Idempotency-Key with what was asked, where one was sent
 */
public record Application(
    String eventId,
    String ticketTypeId,
    String personId,
    String personName,
    Set<String> grants,
    @Nullable String code,
    @Nullable Team team,
    @Nullable String organisationId,
    @Nullable Request request,
    boolean quiet) {

  public Application {
    grants = Set.copyOf(grants);
  }

  /** The same for the person alone. */
  public Application alone() {
    return new Application(
        eventId,
        ticketTypeId,
        personId,
        personName,
        grants,
        code,
        null,
        organisationId,
        request,
        quiet);
  }
}
