package org.juxian.standalone.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;

/** The mail server, the SMS centre and the page that shows what they took. */
public final class Sandbox implements AutoCloseable {

  private final Inbox inbox;
  private final MailReceiver mail;
  private final SmsReceiver sms;
  private final InboxPage page;

  private Sandbox(Inbox inbox, MailReceiver mail, SmsReceiver sms, InboxPage page) {
    this.inbox = inbox;
    this.mail = mail;
    this.sms = sms;
    this.page = page;
  }

  /**
   * Starts all three at the loopback address, as {@link #open(Path, InetAddress, int, int, int)}.
   */
  public static Sandbox open(Path folder, int smtpPort, int smppPort, int pagePort)
      throws IOException {
    return open(folder, InetAddress.getLoopbackAddress(), smtpPort, smppPort, pagePort);
  }

  /**
   * Starts all three at an address of this machine; the page last, so that its answer means that
   * all are ready.
   */
  public static Sandbox open(
      Path folder, InetAddress address, int smtpPort, int smppPort, int pagePort)
      throws IOException {
    Inbox inbox = Inbox.open(folder);
    InstantSource clock = InstantSource.system();
    MailReceiver mail = MailReceiver.open(address, smtpPort, inbox, clock);
    SmsReceiver sms = SmsReceiver.open(address, smppPort, inbox, clock);
    return new Sandbox(inbox, mail, sms, InboxPage.open(address, pagePort, inbox));
  }

  /** What was received. */
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void close() throws IOException {
    page.close();
    mail.close();
    sms.close();
  }
}
