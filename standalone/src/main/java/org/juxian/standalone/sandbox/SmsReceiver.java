package org.juxian.standalone.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/**
 * An SMS centre that takes short messages over SMPP 3.4 and keeps them, instead of sending them to
 * phones.
 */
final class SmsReceiver implements AutoCloseable {

  private static final int BIND_LIMIT_MILLIS = 10_000;

  private final SMPPServerSessionListener listener;
  private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();
  private final ShortMessages shortMessages;

  private SmsReceiver(SMPPServerSessionListener listener, ShortMessages shortMessages) {
    this.listener = listener;
    this.shortMessages = shortMessages;
  }

  /** Listens at that address. */
  static SmsReceiver open(InetAddress address, int port, Inbox inbox, InstantSource clock)
      throws IOException {
    SMPPServerSessionListener listener = new SMPPServerSessionListener(port, new At(address));
    listener.setPduProcessorDegree(1);
    SmsReceiver receiver = new SmsReceiver(listener, new ShortMessages(inbox, clock));
    receiver.sessions.execute(receiver::acceptSessions);
    return receiver;
  }

  private void acceptSessions() {
    while (true) {
      try {
        SMPPServerSession session = listener.accept();
        session.setMessageReceiverListener(shortMessages);
        sessions.execute(() -> bind(session));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(BIND_LIMIT_MILLIS);
      if (request.getSystemId().isEmpty()) {
        request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
      } else {
        request.accept("sandbox", InterfaceVersion.IF_34);
      }
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
      session.close();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sessions.shutdownNow();
  }

  /** The library listens at every address of the machine; a sandbox only where it is told to. */
  private record At(InetAddress address) implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) throws IOException {
      return new ServerSocketConnection(new ServerSocket(port, 50, address));
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
      return listen(port);
    }
  }
}
