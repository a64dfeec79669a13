package org.juxian.embeddedmongo.network;

import io.netty.buffer.ByteBuf;

/**
 * Walks through BSON before the library reads it, for the library's decoder fails at some values
 * without saying why, alters others, and trusts each length.
 */
final class Structure {
  private static final int DEEPEST = 200;

  private Structure() {}

  /** The end of the document at a place; refuses one that cannot be read or kept. */
  static int end(ByteBuf in, int start) {
    return afterDocument(in, start, 1);
  }

  private static int afterDocument(ByteBuf in, int start, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested more than " + DEEPEST + " levels deep");
    }
    int end = start + positive(in.getIntLE(start));
    int at = start + 4;
    while (at < end - 1) {
      at = afterValue(in, in.getByte(at), afterName(in, at + 1), depth);
    }
    return end;
  }

  private static int afterValue(ByteBuf in, byte type, int at, int depth) {
    return switch (type) {
      case 0x0A -> at;
      case 0x08 -> at + 1;
      case 0x10 -> at + 4;
      case 0x01, 0x09, 0x12 -> at + 8;
      case 0x07 -> at + 12;
      case 0x13 -> at + 16;
      case 0x02 -> at + 4 + positive(in.getIntLE(at));
      case 0x03, 0x04 -> afterDocument(in, at, depth + 1);
      case 0x0B -> afterName(in, afterName(in, at));
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

  /** The place after a text that ends in a zero. */
  static int afterName(ByteBuf in, int at) {
    return positive(in.indexOf(at, in.writerIndex(), (byte) 0)) + 1;
  }

  private static int positive(int number) {
    if (number <= 0) {
      throw new IllegalArgumentException("a broken length");
    }
    return number;
  }
}
