package org.juxian.embeddedkafka;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports, and says early and by number if a wanted one is taken. */
final class Ports {

  private static final int ATTEMPTS = 20;

  private Ports() {}

  /** The wanted port, or for 0 a free one that is none of the others. */
  static int claim(String host, int wanted, int... others) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = bindOnce(host, wanted);
      if (!contains(others, port)) {
        return port;
      }
      if (wanted != 0) {
        break;
      }
    }
    throw new BindException("Port " + wanted + " is wanted twice.");
  }

  private static int bindOnce(String host, int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), wanted));
      return socket.getLocalPort();
    } catch (BindException e) {
      BindException named = new BindException("Port " + wanted + " of " + host + " is taken.");
      named.initCause(e);
      throw named;
    }
  }

  private static boolean contains(int[] ports, int port) {
    for (int other : ports) {
      if (other == port) {
        return true;
      }
    }
    return false;
  }
}
