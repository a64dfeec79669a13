package org.juxian.registration.place;

/**
 * What happens where an event clashes with something else in a person's agenda.
 *
 * @param walkingMinutes how long it takes from one venue to another
 */
public record AgendaRule(OnClash onClash, int walkingMinutes) {

  /** What is done about a clash. */
  public enum OnClash {
    ALLOW,
    WARN,
    REFUSE
  }

  /** Nobody looks. */
  public static final AgendaRule NONE = new AgendaRule(OnClash.ALLOW, 0);
}
