package org.juxian.embeddedmongo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MILLISECOND;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.juxian.embeddedmongo.commands.Commands;
import org.juxian.embeddedmongo.commands.Cursors;
import org.juxian.embeddedmongo.commands.Scram;
import org.juxian.embeddedmongo.files.Change;
import org.juxian.embeddedmongo.files.Journal;
import org.juxian.embeddedmongo.tables.Catalog;

/** Which thread gives an answer, so that none waits for a client who does not read. */
class ConnectionTest {
  /** Who wrote an answer, and to which message. */
  private record Answer(Thread by, int to) {}

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final List<Answer> answers = new CopyOnWriteArrayList<>();

  @Test
  void aShortAnswerIsGivenByWhoMadeItDurable() throws Exception {
    Thread connection = serve(insert(1));
    waiting.take().run();
    connection.join();
    assertThat(answers).containsExactly(new Answer(Thread.currentThread(), 1));
  }

  @Test
  void nothingIsAnsweredBeforeItIsDurable() throws Exception {
    Thread connection = serve(insert(1), insert(2));
    await().pollInterval(ONE_MILLISECOND).until(() -> isWaiting(connection));
    assertThat(answers).isEmpty();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void whoAsksBeforeTheAnswerIsAnsweredInOrderByTheConnection() throws Exception {
    Thread connection = serve(insert(1), insert(2), insert(3));
    await().pollInterval(ONE_MILLISECOND).until(() -> isWaiting(connection));
    waiting.take().run();
    waiting.take().run();
    waiting.take().run();
    connection.join();
    assertThat(answers)
        .containsExactly(
            new Answer(Thread.currentThread(), 1),
            new Answer(connection, 2),
            new Answer(connection, 3));
  }

  @Test
  void aLongAnswerIsGivenByTheConnection() throws Exception {
    Document change = new Document("$set", new Document("a", "x".repeat(10_000)));
    Thread connection =
        serve(
            message(
                1,
                new Document("findAndModify", "c")
                    .append("query", new Document("_id", 1))
                    .append("update", change)
                    .append("upsert", true)
                    .append("new", true)));
    waiting.take().run();
    connection.join();
    assertThat(answers).containsExactly(new Answer(connection, 1));
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  private Thread serve(byte[]... messages) {
    InstantSource clock = InstantSource.system();
    Commands commands = new Commands(new Catalog(), clock, new Cursors(clock));
    InputStream in = new ByteArrayInputStream(Unpooled.wrappedBuffer(messages).copy().array());
    Connection connection =
        new Connection(new Recorded(in), commands, new Delayed(), new Scram.Session(null, null));
    return Thread.ofPlatform().daemon().start(connection::serve);
  }

  private static byte[] insert(int id) {
    return message(
        id, new Document("insert", "c").append("documents", List.of(new Document("a", 1))));
  }

  private static byte[] message(int id, Document command) {
    ByteBuf out = Unpooled.buffer();
    out.writeZero(4).writeIntLE(id).writeIntLE(0).writeIntLE(2013).writeIntLE(0).writeByte(0);
    BsonEncoder.encodeDocument(command.append("$db", "db"), out);
    out.setIntLE(0, out.writerIndex());
    return ByteBufUtil.getBytes(out);
  }

  /** Says that all is durable when the test lets it. */
  private final class Delayed implements Journal {
    @Override
    public void append(Change kind, int collection, byte[] bson) {}

    @Override
    public void awaitDurable() {}

    @Override
    public void whenDurable(Runnable then) {
      waiting.add(then);
    }

    @Override
    public void checkNotFailed() {}

    @Override
    public void fail(Throwable cause) {}
  }

  /** A socket that has received some bytes, and notes who writes what. */
  private final class Recorded extends Socket {
    private final InputStream in;

    Recorded(InputStream in) {
      this.in = in;
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int one) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] reply, int from, int length) {
          int to = Unpooled.wrappedBuffer(reply).getIntLE(8);
          answers.add(new Answer(Thread.currentThread(), to));
        }
      };
    }
  }
}
