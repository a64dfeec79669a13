package org.juxian.embeddedmongo.network;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.juxian.embeddedmongo.commands.Brief;
import org.juxian.embeddedmongo.commands.Commands;
import org.juxian.embeddedmongo.commands.Errors;
import org.juxian.embeddedmongo.commands.Scram;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.values.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network side: the library's frames, and one virtual thread for each command, so that a
 * command which takes long keeps no other connection waiting. A {@link Brief} one is answered in
 * the thread that read it.
 */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Commands commands;
  private final Supplier<Scram.Session> sessions;
  private final Journal journal;
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("embedded-mongo").factory());
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lastReply = new AtomicInteger();
  private final Channel listener;

  public Server(
      Commands commands, Supplier<Scram.Session> sessions, Journal journal, String host, int port) {
    this.commands = commands;
    this.sessions = sessions;
    this.journal = journal;
    try {
      this.listener =
          new ServerBootstrap()
              .group(loops)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, 512)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(new Pipelines())
              .bind(host, port)
              .syncUninterruptibly()
              .channel();
    } catch (Exception e) {
      var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new StoreException(
          "The address " + host + ":" + port + " cannot be listened on: " + e.getMessage(), e);
    }
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Takes no further command, lets those under way finish, and hangs up. */
  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("some commands did not finish in ten seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(Connection::awaitAnswer);
    clients.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }

  private final class Pipelines extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      clients.add(channel);
      channel
          .pipeline()
          .addLast(
              new MongoWireReplyEncoder(),
              new MongoWireMessageEncoder(),
              new RequestDecoder(),
              new Connection(),
              new MongoExceptionHandler());
    }
  }

  /** One client's connection: its commands are answered in the order in which they came. */
  private final class Connection extends SimpleChannelInboundHandler<ClientRequest> {
    private final Scram.Session session = sessions.get();
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    @Override
    public void channelActive(ChannelHandlerContext context) {
      connections.add(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      connections.remove(this);
    }

    void awaitAnswer() {
      last.exceptionally(_ -> null).completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
      boolean here = last.isDone() && commands.isBrief(request.getDatabaseName(), command(request));
      last =
          here
              ? handle(context, request)
              : last.thenComposeAsync(_ -> handle(context, request), threads);
    }

    /** Done when the answer is given. No thread waits for the disk meanwhile. */
    private CompletableFuture<Void> handle(ChannelHandlerContext context, ClientRequest request) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      Document command = command(request);
      Document answer = answer(request, command);
      if (commands.writes(command)) {
        journal.whenDurable(
            () -> {
              finish(context, request, durable(answer));
              done.complete(null);
            });
      } else {
        finish(context, request, answer);
        done.complete(null);
      }
      return done;
    }

    private Document answer(ClientRequest request, Document command) {
      return request instanceof Request message && message.unreadable() != null
          ? failure(Refusal.unsupported(message.unreadable()))
          : answer(request.getDatabaseName(), command);
    }

    private Document durable(Document answer) {
      try {
        journal.checkNotFailed();
        return answer;
      } catch (StoreException e) {
        LOG.error("refused a command", e);
        return error(1, "InternalError", String.valueOf(e.getMessage()));
      }
    }

    private void finish(ChannelHandlerContext context, ClientRequest request, Document answer) {
      if (request instanceof Request message && message.isOneWay()) {
        return;
      }
      MessageHeader header =
          new MessageHeader(lastReply.incrementAndGet(), request.getHeader().getRequestID());
      Object reply =
          request instanceof Request message
              ? new MongoMessage(message.getChannel(), header, answer)
              : new MongoReply(header, List.of(answer), 0);
      var _ = context.channel().writeAndFlush(reply, context.voidPromise());
    }

    private static Document command(ClientRequest request) {
      return switch (request) {
        case Request message -> message.getDocument();
        case MongoQuery query when query.getQuery().get("$query") instanceof Document inner ->
            inner;
        case MongoQuery query -> query.getQuery();
        default -> throw new IllegalStateException("unknown request " + request);
      };
    }

    private Document answer(String database, Document command) {
      try {
        return commands.run(session, database, command);
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
}
