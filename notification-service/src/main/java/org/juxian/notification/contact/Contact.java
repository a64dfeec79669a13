package org.juxian.notification.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.notice.Language;

/**
 * How a person can be reached.
 *
 * @param phone in E.164
 */
public record Contact(Language language, @Nullable String phone, @Nullable String mail) {

  /** Somebody of whom only this address is known. */
  public static Contact direct(Channel channel, String address, Language language) {
    return switch (channel) {
      case SMS -> new Contact(language, address, null);
      case MAIL -> new Contact(language, null, address);
    };
  }

  public Optional<String> address(Channel channel) {
    return Optional.ofNullable(
        switch (channel) {
          case SMS -> phone;
          case MAIL -> mail;
        });
  }
}
