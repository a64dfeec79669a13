package org.juxian.notification.delivering;

/** A way to reach a person. */
public enum Channel {
  SMS,
  MAIL
}
