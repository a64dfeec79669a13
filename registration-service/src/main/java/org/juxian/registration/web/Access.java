package org.juxian.registration.web;

import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.Roles;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Registration;

/** Whose an event is, and whose a registration. */
final class Access {

  private Access() {}

  /** Those who organise the event. */
  static boolean manages(Caller caller, Event event) {
    return caller.mayManage(event.organisationId());
  }

  /** Fails unless the caller organises the event. */
  static void toManage(Caller caller, Event event) {
    if (!manages(caller, event)) {
      throw Problem.of(403, "not-allowed");
    }
  }

  /** Fails unless the caller stands at the event's door, or organises it. */
  static void toDoor(Caller caller, Event event) {
    if (!manages(caller, event) && !caller.hasRole(Roles.DOOR_STAFF, event.organisationId())) {
      throw Problem.of(403, "not-allowed");
    }
  }

  /** Whether it is the caller's own, or for an event that they organise. */
  static boolean sees(Caller caller, Registration registration, Event event) {
    return registration.booking().personId().equals(caller.personId()) || manages(caller, event);
  }
}
