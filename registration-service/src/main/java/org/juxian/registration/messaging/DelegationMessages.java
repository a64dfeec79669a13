package org.juxian.registration.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.delegation.Delegation;

/** What this service tells about delegations, as {@code contracts/registration} says. */
public final class DelegationMessages {

  static final String FINISHED = "registration.delegation-finished.v1";
  static final String DECIDED = "registration.delegation-decided.v1";

  record Refusal(int line, String why) {}

  private DelegationMessages() {}

  /**
   * Its coordinator hears how a list ended.
   *
   * @param requested how many the organiser must approve first
   */
  public static Outgoing finished(Delegation delegation, Event event, int requested) {
    Delegation.Refused refused = delegation.refusal();
    Map<String, Object> fields = fields(delegation, event);
    fields.put("outcome", refused == null ? "registered" : "refused");
    put(fields, "refusal", refused == null ? null : new Refusal(refused.line(), refused.why()));
    put(fields, "requested", requested == 0 ? null : (Integer) requested);
    return message(FINISHED, delegation, fields);
  }

  /** And what the organiser decided about those who had to be approved. */
  public static Outgoing decided(Delegation delegation, Event event, int approved, int rejected) {
    Map<String, Object> fields = fields(delegation, event);
    fields.put("approved", approved);
    fields.put("rejected", rejected);
    return message(DECIDED, delegation, fields);
  }

  private static Map<String, Object> fields(Delegation delegation, Event event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("delegationId", delegation.id());
    fields.put("personId", delegation.coordinatorId());
    fields.put("organisationId", delegation.organisationId());
    fields.put("eventId", event.id());
    fields.put("kind", event.kind());
    fields.put("eventTitle", event.title());
    fields.put("startsAt", event.startsAt());
    fields.put("total", delegation.total());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static Outgoing message(String type, Delegation delegation, Map<String, Object> fields) {
    return new Outgoing(RegistrationMessages.TOPIC, type, delegation.id(), fields);
  }
}
