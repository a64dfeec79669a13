package org.juxian.embeddedmongo.network;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.juxian.embeddedmongo.commands.Commands;
import org.juxian.embeddedmongo.commands.Errors;
import org.juxian.embeddedmongo.commands.Scram;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.values.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: a thread reads a command, answers it, reads the next. What a command
 * changed or saw is on the disk before its answer leaves; the thread that put it there sends the
 * answer, so that this one need not sleep and wake in between.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int BUFFER = 1 << 14;

  /** Bytes of an answer that surely fits between this end and the other. */
  private static final int SHORT = 1 << 13;

  private final Socket socket;
  private final Commands commands;
  private final Journal journal;
  private final Scram.Session session;
  private final Semaphore answered = new Semaphore(1);
  private final ReentrantLock sending = new ReentrantLock();
  private boolean impatient;
  private int lastReply;

  Connection(Socket socket, Commands commands, Journal journal, Scram.Session session) {
    this.socket = socket;
    this.commands = commands;
    this.journal = journal;
    this.session = session;
  }

  void serve() {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER)) {
      for (Request next = Request.read(in); next != null; next = Request.read(in)) {
        awaitAnswered();
        if (socket.isClosed()) {
          return;
        }
        serve(next);
      }
    } catch (IOException e) {
      LOG.debug("a connection ended", e);
    } catch (RuntimeException e) {
      LOG.warn("a connection was given up", e);
    }
  }

  /** Answers are given in order; who asks before the last one might not read them either. */
  private void awaitAnswered() {
    if (!answered.tryAcquire()) {
      impatient = true;
      answered.acquireUninterruptibly();
    }
  }

  private void serve(Request request) {
    Document answer = answer(request);
    byte[] reply = request.reply(++lastReply, answer);
    if (!commands.writes(request.command())) {
      send(request, reply);
    } else if (impatient || reply.length > SHORT) {
      CompletableFuture<Void> durable = new CompletableFuture<>();
      journal.whenDurable(() -> durable.complete(null));
      durable.join();
      send(request, ifDurable(request, reply));
    } else {
      journal.whenDurable(() -> send(request, ifDurable(request, reply)));
    }
  }

  /** Lets the next command in before the client can know that it may come. */
  private void send(Request request, byte[] reply) {
    sending.lock();
    try {
      answered.release();
      if (!request.oneWay()) {
        socket.getOutputStream().write(reply);
      }
    } catch (IOException e) {
      LOG.debug("an answer could not be given", e);
    } finally {
      sending.unlock();
    }
  }

  private byte[] ifDurable(Request request, byte[] reply) {
    try {
      journal.checkNotFailed();
      return reply;
    } catch (StoreException e) {
      LOG.error("refused a command", e);
      return request.reply(lastReply, error(1, "InternalError", String.valueOf(e.getMessage())));
    }
  }

  /** Hangs up; if a command is under way, not before its answer. */
  void close(int seconds) {
    try {
      if (!answered.tryAcquire(seconds, TimeUnit.SECONDS)
          || !sending.tryLock(seconds, TimeUnit.SECONDS)) {
        LOG.warn("a command did not finish in {} seconds", seconds);
      }
      socket.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("could not hang up", e);
    } finally {
      answered.release();
      if (sending.isHeldByCurrentThread()) {
        sending.unlock();
      }
    }
  }

  private Document answer(Request request) {
    if (request.unreadable() != null) {
      return failure(Refusal.unsupported(request.unreadable()));
    }
    Document command = request.command();
    try {
      return commands.run(session, request.database(), command);
    } catch (MongoServerException e) {
      return failure(e);
    } catch (StoreException e) {
      LOG.error("refused a command", e);
      return error(1, "InternalError", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("could not answer {}", command.keySet(), e);
      return error(8, "UnknownError", String.valueOf(e));
    } catch (Error e) {
      // half a change may be in memory: nothing may be built on it
      LOG.error("stopped by {}", command.keySet(), e);
      journal.fail(e);
      return error(1, "InternalError", String.valueOf(e));
    }
  }

  private static Document error(int code, String name, String message) {
    return new Document("ok", 0.0)
        .append("code", code)
        .append("codeName", name)
        .append("errmsg", message);
  }

  private static Document failure(MongoServerException e) {
    return Errors.describe(e, new Document("ok", 0.0));
  }
}
