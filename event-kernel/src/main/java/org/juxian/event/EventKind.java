package org.juxian.event;

import java.util.Locale;

/** What an event is; the service of that name owns it. */
public enum EventKind {
  FAIR,
  COMPETITION,
  FORUM;

  /** As messages and answers name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic on which its owner tells of it. */
  public String topic() {
    return "juxian." + wireName();
  }
}
