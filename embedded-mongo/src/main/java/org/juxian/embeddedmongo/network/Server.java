package org.juxian.embeddedmongo.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.juxian.embeddedmongo.commands.Commands;
import org.juxian.embeddedmongo.commands.Scram;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.files.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, and has a thread for each connection: one that reads is woken by the kernel itself,
 * which is the shortest way to an answer.
 */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int BACKLOG = 512;
  private static final int SECONDS_TO_FINISH = 10;

  private final Commands commands;
  private final Supplier<Scram.Session> sessions;
  private final Journal journal;
  private final ServerSocket listener;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  public Server(
      Commands commands, Supplier<Scram.Session> sessions, Journal journal, String host, int port) {
    this.commands = commands;
    this.sessions = sessions;
    this.journal = journal;
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
    } catch (IOException e) {
      throw new StoreException(
          "The address " + host + ":" + port + " cannot be listened on: " + e.getMessage(), e);
    }
    Thread.ofPlatform().daemon().name("embedded-mongo-listener").start(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        Connection connection = new Connection(socket, commands, journal, sessions.get());
        connections.add(connection);
        start(connection);
        if (listener.isClosed()) {
          connection.close(0);
        }
      } catch (IOException e) {
        LOG.debug("a connection was not accepted", e);
      }
    }
  }

  private void start(Connection connection) {
    Runnable served =
        () -> {
          try {
            connection.serve();
          } finally {
            connections.remove(connection);
          }
        };
    Thread.ofPlatform().daemon().name("embedded-mongo-connection").start(served);
  }

  /** Takes no further command, lets those under way finish, and hangs up. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.debug("could not close the listener", e);
    }
    connections.forEach(connection -> connection.close(SECONDS_TO_FINISH));
  }
}
