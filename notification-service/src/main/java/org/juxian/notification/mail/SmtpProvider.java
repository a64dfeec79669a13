package org.juxian.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.Envelope;
import org.juxian.notification.delivering.Handover;
import org.juxian.notification.delivering.Provider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mail to an SMTP server. The Message-ID is the same at every attempt, so that a mail handed
 * over twice after a crash is one mail to its reader.
 */
@Component
class SmtpProvider implements Provider {

  private final JavaMailSender smtp;
  private final String from;
  private final MailPage page = new MailPage();

  SmtpProvider(JavaMailSender smtp, @Value("${juxian.mail.from}") String from) {
    this.smtp = smtp;
    this.from = from;
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Handover send(Envelope envelope) {
    try {
      MimeMessage mail = compose(envelope);
      smtp.send(mail);
      return new Handover.Taken(envelope.id());
    } catch (MessagingException | MailParseException malformed) {
      return new Handover.Refused("this address cannot be written to");
    } catch (MailException failed) {
      return isForGood(failed)
          ? new Handover.Refused("the mail server refuses this address")
          : new Handover.Unreachable("the mail server does not take it now");
    }
  }

  private MimeMessage compose(Envelope envelope) throws MessagingException {
    String subject = envelope.subject() == null ? "" : envelope.subject();
    MimeMessage mail = new IdentifiedMail(envelope.id() + "@" + from.replaceAll(".*@", ""));
    MimeMessageHelper parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(envelope.to());
    parts.setSubject(subject);
    parts.setText(envelope.text(), page.html(subject, envelope.text()));
    return mail;
  }

  /** A 5xx answer to the recipient is for good; a 4xx, or no answer, is not. */
  private static boolean isForGood(MailException failed) {
    if (!(failed instanceof MailSendException sending)) {
      return false;
    }
    for (Exception cause : sending.getMessageExceptions()) {
      for (Throwable at = cause; at != null; at = next(at)) {
        if (at instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException refused) {
          return refused.getReturnCode() >= 500;
        }
        if (at instanceof org.eclipse.angus.mail.smtp.SMTPSendFailedException refused) {
          return refused.getReturnCode() >= 500 && refused.getReturnCode() != 554;
        }
      }
    }
    return false;
  }

  private static @org.jspecify.annotations.Nullable Throwable next(Throwable at) {
    return at instanceof SendFailedException chain && chain.getNextException() != null
        ? chain.getNextException()
        : at.getCause();
  }

  /** A mail that keeps the Message-ID it is given. */
  private static final class IdentifiedMail extends MimeMessage {

    private final String id;

    IdentifiedMail(String id) {
      super((Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
