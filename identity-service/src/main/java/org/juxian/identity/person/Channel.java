package org.juxian.identity.person;

/** How an address is reached. */
public enum Channel {
  SMS,
  MAIL
}
