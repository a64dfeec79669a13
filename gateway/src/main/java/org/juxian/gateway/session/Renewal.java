package org.juxian.gateway.session;

/** What became of the wish for another access token. */
sealed interface Renewal {

  /** There is one. */
  record Renewed(Session session) implements Renewal {}

  /** The provider gives no more: the session is over. */
  record Refused() implements Renewal {}

  /** The provider does not answer: nothing is known of the session. */
  record Away() implements Renewal {}
}
