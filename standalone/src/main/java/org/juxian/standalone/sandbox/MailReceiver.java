package org.juxian.standalone.sandbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes every mail over SMTP and keeps it, instead of passing it on. */
final class MailReceiver implements AutoCloseable {

  private static final int LARGEST = 5 * 1024 * 1024;
  private static final Session SESSION = Session.getInstance(new Properties());

  private final SMTPServer server;

  private MailReceiver(SMTPServer server) {
    this.server = server;
  }

  /** Listens at that address. */
  static MailReceiver open(InetAddress address, int port, Inbox inbox, InstantSource clock) {
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("sandbox.juxian.example")
            .softwareName("Juxian sandbox")
            .maxMessageSize(LARGEST)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .messageHandler((_, from, to, data) -> inbox.add(read(from, to, data, clock)))
            .build();
    server.start();
    return new MailReceiver(server);
  }

  private static Message read(String from, String to, byte[] data, InstantSource clock) {
    String id = UUID.randomUUID().toString();
    String at = clock.instant().toString();
    try {
      MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(data));
      Parts parts = new Parts();
      parts.collect(mail);
      return new Message(
          id, "mail", sender(mail, from), to, mail.getSubject(), parts.text, parts.html, at, 1);
    } catch (MessagingException | IOException e) {
      // Not to be read as a mail: shown as it came, so that its maker sees what is wrong.
      String raw = new String(data, StandardCharsets.UTF_8);
      return new Message(id, "mail", from, to, null, raw, null, at, 1);
    }
  }

  private static String sender(MimeMessage mail, String envelopeSender) throws MessagingException {
    if (mail.getFrom() != null
        && mail.getFrom().length > 0
        && mail.getFrom()[0] instanceof InternetAddress address) {
      String name = address.getPersonal();
      return name == null ? address.getAddress() : name + " <" + address.getAddress() + ">";
    }
    return envelopeSender;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** The first plain text and the first HTML that are no attachments, at any depth. */
  private static final class Parts {

    private String text = "";
    private @Nullable String html;

    void collect(Part part) throws MessagingException, IOException {
      if (part.getContent() instanceof Multipart multipart) {
        for (int i = 0; i < multipart.getCount(); i++) {
          BodyPart child = multipart.getBodyPart(i);
          if (!Part.ATTACHMENT.equalsIgnoreCase(child.getDisposition())) {
            collect(child);
          }
        }
      } else if (html == null && part.isMimeType("text/html")) {
        html = String.valueOf(part.getContent());
      } else if (text.isEmpty() && part.isMimeType("text/plain")) {
        text = String.valueOf(part.getContent());
      }
    }
  }
}
