package org.juxian.event.web;

import java.util.Optional;
import java.util.Set;
import org.juxian.event.PublicEvent;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;

/** The second check of each call: whether this event is the caller's to see or to manage. */
public final class EventAccess {

  private EventAccess() {}

  /**
   * Lets those pass who manage the organisation's events.
   *
   * @throws Problem 403 {@code not-allowed}
   */
  public static void requireManager(Caller caller, String organisationId) {
    if (!caller.mayManage(organisationId)) {
      throw Problem.of(403, "not-allowed");
    }
  }

  /**
   * Lets those pass who manage this event. Whoever may not even know of it is told that there is
   * none.
   *
   * @throws Problem 404 {@code not-found} or 403 {@code not-allowed}
   */
  public static void requireManager(Caller caller, PublicEvent event) {
    requireVisible(Optional.of(caller), event);
    requireManager(caller, event.details().organisationId());
  }

  /**
   * Lets everyone pass once the event was published; before, only those who manage it.
   *
   * @throws Problem 404 {@code not-found}
   */
  public static void requireVisible(Optional<Caller> caller, PublicEvent event) {
    if (!event.wasPublished() && !manages(caller, event)) {
      throw Problem.notFound();
    }
  }

  /** Whether the caller manages this event. */
  public static boolean manages(Optional<Caller> caller, PublicEvent event) {
    return caller.filter(one -> one.mayManage(event.details().organisationId())).isPresent();
  }

  /**
   * The organisations whose events the caller manages.
   *
   * @return empty for all of them
   */
  public static Optional<Set<String>> managedBy(Caller caller) {
    return caller.isAdministrator() || caller.grants().contains(Roles.ORGANISER)
        ? Optional.empty()
        : Optional.of(caller.organisationsAs(Roles.ORGANISER));
  }
}
