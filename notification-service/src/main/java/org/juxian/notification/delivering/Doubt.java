package org.juxian.notification.delivering;

import org.juxian.notification.notice.Kind;

/** What is done with a message of which nobody knows whether its provider has taken it. */
final class Doubt {

  private Doubt() {}

  /**
   * Whether it is handed over again. A mail is, since it keeps its Message-ID and its dialogue
   * takes far longer than writing down its end: the doubt is mostly about mails that were not
   * taken. An SMS is not, since it is the other way round, and a phone shows it twice. A sign-in
   * code never is: the person asks for another.
   */
  static boolean isSentAgain(Kind kind, Channel channel) {
    return kind != Kind.SIGN_IN_CODE
        && switch (channel) {
          case MAIL -> true;
          case SMS -> false;
        };
  }
}
