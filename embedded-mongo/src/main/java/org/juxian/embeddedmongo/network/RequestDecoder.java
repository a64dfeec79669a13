package org.juxian.embeddedmongo.network;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages with the library's decoder, and adds what that lacks: messages that want no
 * answer, and an answer for values that it would drop the connection for or, worse, alter.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">OP_MSG</a>
 */
final class RequestDecoder extends MongoWireProtocolHandler {
  private static final int HEADER = 16;
  private static final int CHECKSUM_PRESENT = 1;
  private static final int MORE_TO_COME = 1 << 1;
  private static final int EXHAUST_ALLOWED = 1 << 16;
  private static final int DEEPEST = 200;

  @Override
  protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in)
      throws Exception {
    int start = in.readerIndex();
    if (in.readableBytes() < HEADER) {
      return null;
    }
    int length = in.getIntLE(start);
    if (length < HEADER || length > MAX_MESSAGE_SIZE_BYTES) {
      throw new IOException("A message cannot have " + length + " bytes");
    }
    if (in.readableBytes() < length) {
      return null;
    }
    return in.getIntLE(start + 12) == OpCode.OP_MSG.getId()
        ? decodeMessage(context, in, length)
        : super.decode(context, in);
  }

  private Request decodeMessage(ChannelHandlerContext context, ByteBuf in, int length)
      throws Exception {
    int start = in.readerIndex();
    MessageHeader header =
        new MessageHeader(length, in.getIntLE(start + 4), in.getIntLE(start + 8));
    int flags = in.getIntLE(start + HEADER);
    boolean oneWay = (flags & MORE_TO_COME) != 0;
    in.setIntLE(start + HEADER, flags & ~(MORE_TO_COME | EXHAUST_ALLOWED));
    try {
      int checksum = (flags & CHECKSUM_PRESENT) == 0 ? 0 : 4;
      checkSections(in, start + HEADER + 4, start + length - checksum);
      MongoMessage message = (MongoMessage) super.decode(context, in);
      return new Request(context.channel(), header, message.getDocument(), oneWay, null);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      String why = String.valueOf(e.getMessage());
      return new Request(context.channel(), header, new Document(), oneWay, why);
    } finally {
      in.readerIndex(start + length);
    }
  }

  private static void checkSections(ByteBuf in, int from, int end) {
    int at = from;
    while (at < end) {
      boolean sequence = in.getByte(at) == MongoMessage.SECTION_KIND_DOCUMENT_SEQUENCE;
      int sectionEnd = at + 1 + positive(in.getIntLE(at + 1));
      at = sequence ? afterName(in, at + 5, end) : at + 1;
      while (at < sectionEnd) {
        at = afterDocument(in, at, 1);
      }
    }
  }

  private static int afterDocument(ByteBuf in, int start, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested more than " + DEEPEST + " levels deep");
    }
    int end = start + positive(in.getIntLE(start));
    int at = start + 4;
    while (at < end - 1) {
      at = afterValue(in, in.getByte(at), afterName(in, at + 1, end), end, depth);
    }
    return end;
  }

  private static int afterValue(ByteBuf in, byte type, int at, int end, int depth) {
    return switch (type) {
      case 0x0A -> at;
      case 0x08 -> at + 1;
      case 0x10 -> at + 4;
      case 0x01, 0x09, 0x12 -> at + 8;
      case 0x07 -> at + 12;
      case 0x13 -> at + 16;
      case 0x02 -> at + 4 + positive(in.getIntLE(at));
      case 0x03, 0x04 -> afterDocument(in, at, depth + 1);
      case 0x0B -> afterName(in, afterName(in, at, end), end);
      case 0x05 -> {
        int subtype = in.getByte(at + 4) & 0xFF;
        if (subtype != 0 && subtype != 4) {
          throw new IllegalArgumentException("binary data of subtype " + subtype);
        }
        yield at + 4 + positive(in.getIntLE(at) + 1);
      }
      default -> throw new IllegalArgumentException("a value of BSON type " + type);
    };
  }

  private static int afterName(ByteBuf in, int at, int end) {
    int zero = in.indexOf(at, end, (byte) 0);
    return positive(zero) + 1;
  }

  private static int positive(int number) {
    if (number <= 0) {
      throw new IllegalArgumentException("a broken length");
    }
    return number;
  }
}
