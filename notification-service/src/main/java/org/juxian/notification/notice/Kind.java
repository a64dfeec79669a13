package org.juxian.notification.notice;

/**
 * What a notice is about; each kind has its texts in {@code notices_zh.properties} and {@code
 * notices_en.properties}.
 */
public enum Kind {
  SIGN_IN_CODE("sign-in-code"),
  ACCOUNT_UNUSED("account-unused"),
  REGISTRATION_CONFIRMED("registration-confirmed"),
  REGISTRATION_CANCELLED("registration-cancelled"),
  REGISTRATION_REQUESTED("registration-requested"),
  REGISTRATION_REJECTED("registration-rejected"),
  WAITING_JOINED("waiting-joined"),
  PLACE_OFFERED("place-offered"),
  OFFER_EXPIRED("offer-expired"),
  TRANSFER_OFFERED("transfer-offered"),
  TRANSFER_DECLINED("transfer-declined"),
  TRANSFER_WITHDRAWN("transfer-withdrawn"),
  TICKET_PASSED_ON("ticket-passed-on"),
  EVENT_CANCELLED("event-cancelled"),
  EVENT_CHANGED("event-changed"),
  REMINDER("reminder"),
  DELEGATION_REGISTERED("delegation-registered"),
  DELEGATION_REFUSED("delegation-refused"),
  DELEGATION_REQUESTED("delegation-requested"),
  DELEGATION_DECIDED("delegation-decided"),
  BOOTH_ASSIGNED("booth-assigned"),
  BOOTH_WITHDRAWN("booth-withdrawn"),
  APPLICATION_REJECTED("application-rejected"),
  EXHIBITION_CHANGED("exhibition-changed"),
  EXHIBITION_CANCELLED("exhibition-cancelled"),
  INTERVIEW_BOOKED("interview-booked"),
  INTERVIEW_MOVED("interview-moved"),
  INTERVIEW_GIVEN_BACK("interview-given-back"),
  INTERVIEW_CALLED_OFF("interview-called-off"),
  HEAT_SCHEDULED("heat-scheduled"),
  HEAT_RESCHEDULED("heat-rescheduled"),
  HEAT_CANCELLED("heat-cancelled"),
  HEAT_LEFT("heat-left");

  private final String key;

  Kind(String key) {
    this.key = key;
  }

  /** The first part of the keys of its texts. */
  public String key() {
    return key;
  }
}
