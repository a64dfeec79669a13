package org.juxian.embeddedmongo.network;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's message: OP_MSG, or OP_QUERY, in which drivers still say hello.
 *
 * @param legacy whether it is an OP_QUERY, whose answer is an OP_REPLY
 * @param oneWay whether the client waits for no answer (write concern 0)
 * @param unreadable why the command could not be read; null if it was
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">protocol</a>
 */
record Request(
    int id,
    boolean legacy,
    boolean oneWay,
    String database,
    Document command,
    @Nullable String unreadable) {
  private static final int LONGEST = 48_000_000;
  private static final int HEADER = 16;
  private static final int OP_REPLY = 1;
  private static final int OP_QUERY = 2004;
  private static final int OP_MSG = 2013;
  private static final int CHECKSUM_PRESENT = 1;
  private static final int MORE_TO_COME = 1 << 1;

  /** The next message, or null at the end; fails at what is no message at all. */
  static @Nullable Request read(InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(Integer.BYTES);
    if (prefix.length < Integer.BYTES) {
      return null;
    }
    int length = Unpooled.wrappedBuffer(prefix).readIntLE();
    if (length < HEADER + Integer.BYTES || length > LONGEST) {
      throw new IOException("A message cannot have " + length + " bytes");
    }
    byte[] rest = in.readNBytes(length - Integer.BYTES);
    if (rest.length < length - Integer.BYTES) {
      return null;
    }
    ByteBuf message = Unpooled.wrappedBuffer(rest);
    int id = message.readIntLE();
    int operation = message.skipBytes(Integer.BYTES).readIntLE();
    int flags = message.readIntLE();
    return switch (operation) {
      case OP_MSG -> message(id, flags, message);
      case OP_QUERY -> query(id, message);
      default -> throw new IOException("Unknown operation " + operation);
    };
  }

  private static Request message(int id, int flags, ByteBuf in) {
    boolean oneWay = (flags & MORE_TO_COME) != 0;
    int checksum = (flags & CHECKSUM_PRESENT) == 0 ? 0 : Integer.BYTES;
    in.writerIndex(in.writerIndex() - checksum);
    try {
      Document command = command(in);
      String database = String.valueOf(command.get("$db"));
      return new Request(id, false, oneWay, database, command, null);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      String why = String.valueOf(e.getMessage());
      return new Request(id, false, oneWay, "", new Document(), why);
    }
  }

  /** The body, with the documents that come in sequences of their own. */
  private static Document command(ByteBuf in) {
    Document command = new Document();
    Document sequences = new Document();
    while (in.isReadable()) {
      if (in.readByte() == 0) {
        command = document(in);
      } else {
        int end = in.readerIndex() + in.readIntLE();
        String name = text(in);
        List<Document> documents = new ArrayList<>();
        while (in.readerIndex() < end) {
          documents.add(document(in));
        }
        sequences.put(name, documents);
      }
    }
    command.putAll(sequences);
    return command;
  }

  private static Request query(int id, ByteBuf in) {
    String database = text(in).split("\\.", 2)[0];
    in.skipBytes(2 * Integer.BYTES);
    Document query = document(in);
    Document command = query.get("$query") instanceof Document inner ? inner : query;
    return new Request(id, true, false, database, command, null);
  }

  private static Document document(ByteBuf in) {
    if (Structure.end(in, in.readerIndex()) > in.writerIndex()) {
      throw new IllegalArgumentException("a broken length");
    }
    return BsonDecoder.decodeBson(in);
  }

  private static String text(ByteBuf in) {
    int length = Structure.afterName(in, in.readerIndex()) - in.readerIndex();
    String text = in.readString(length - 1, StandardCharsets.UTF_8);
    in.skipBytes(1);
    return text;
  }

  /** The bytes that answer this message. */
  byte[] reply(int replyId, Document answer) {
    ByteBuf out = Unpooled.buffer(512);
    out.writeZero(Integer.BYTES);
    out.writeIntLE(replyId).writeIntLE(id).writeIntLE(legacy ? OP_REPLY : OP_MSG).writeIntLE(0);
    if (legacy) {
      out.writeZero(Long.BYTES + Integer.BYTES).writeIntLE(1);
    } else {
      out.writeByte(0);
    }
    BsonEncoder.encodeDocument(answer, out);
    out.setIntLE(0, out.writerIndex());
    return ByteBufUtil.getBytes(out);
  }
}
