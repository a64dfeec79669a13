package org.juxian.identity.person;

/**
 * Where a person is reached, normalised: one spelling for one phone or mailbox.
 *
 * @param value a phone number as in E.164 ({@code +8613800000001}), or a mail address in lower case
 */
public record Address(String value) {

  /** A phone number begins with a plus sign; no mail address that we take does. */
  public Channel channel() {
    return value.startsWith("+") ? Channel.SMS : Channel.MAIL;
  }

  /** What a person is called by default, until they say how: nothing that is private shows. */
  String nickname(Language language) {
    if (channel() == Channel.MAIL) {
      return value.substring(0, Math.min(value.indexOf('@'), 40));
    }
    String end = value.substring(value.length() - 4);
    return language == Language.EN ? "Guest " + end : "用户" + end;
  }

  /** Not the address: it may end in a log. */
  @Override
  public String toString() {
    return channel() == Channel.SMS ? "(phone)" : "(mail)";
  }
}
