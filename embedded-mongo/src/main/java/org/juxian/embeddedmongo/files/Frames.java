package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The form of every file: a header of 20 bytes (magic, a random salt, CRC-32C of both), then
 * frames: salt, number from 0, length, CRC-32C of number, length and payload, payload. Numbers are
 * big-endian. A frame is what one fsync made durable, and the next one is written only after that:
 * so a broken frame with a sound one after it is damage, and a broken last one is a torn tail that
 * nobody was promised. Zeros from a frame's end to the file's are room that was never used.
 */
final class Frames {
  static final long MAGIC = 0x454D_4F4E_474F_0001L; // "EMONGO", version 1
  static final int FILE_HEADER = 20;
  static final int FRAME_HEADER = 24;

  private Frames() {}

  /** How far a file is sound. */
  sealed interface Extent {
    /** Every byte before {@code end} is part of a sound frame, and after it there is only room. */
    record Whole(long frames, long salt, long end) implements Extent {}

    /** What follows {@code end} is the beginning of a frame that was never finished. */
    record Torn(long frames, long salt, long end) implements Extent {}

    /**
     * A frame at {@code at} is broken although there is a sound one at {@code soundAgain}, or the
     * header is broken.
     */
    record Damaged(long at, long soundAgain) implements Extent {}
  }

  /** Gives each frame's payload to the reader until the end or the first broken frame. */
  static Extent read(Path file, Consumer<ByteBuffer> reader) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = at(channel, 0, FILE_HEADER);
      if (header == null) {
        return new Extent.Torn(0, 0, 0);
      }
      long magic = header.getLong();
      long salt = header.getLong();
      if (magic != MAGIC || header.getInt() != crc(header.slice(0, 16))) {
        return new Extent.Damaged(0, FILE_HEADER);
      }
      long position = FILE_HEADER;
      long number = 0;
      while (position < channel.size()) {
        ByteBuffer payload = frame(channel, position, salt, number);
        if (payload == null) {
          if (isRoom(channel, position)) {
            break;
          }
          long sound = nextSound(channel, position + 1, salt);
          return sound < 0
              ? new Extent.Torn(number, salt, position)
              : new Extent.Damaged(position, sound);
        }
        position += FRAME_HEADER + payload.remaining();
        number++;
        reader.accept(payload);
      }
      return new Extent.Whole(number, salt, position);
    }
  }

  /**
   * Gives every sound frame's payload to the reader, whatever lies between them; the number of
   * bytes passed over.
   */
  static long salvage(Path file, Consumer<ByteBuffer> reader) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = at(channel, 0, FILE_HEADER);
      if (header == null) {
        return channel.size();
      }
      // the salt stands in every frame too, should the header itself be broken
      ByteBuffer second = at(channel, FILE_HEADER, 8);
      boolean headerSound = header.getInt(16) == crc(header.slice(0, 16));
      long salt = headerSound || second == null ? header.getLong(8) : second.getLong();
      long lost = 0;
      long position = FILE_HEADER;
      while (position < channel.size()) {
        ByteBuffer payload = frame(channel, position, salt, -1);
        if (payload == null) {
          if (isRoom(channel, position)) {
            break;
          }
          long sound = nextSound(channel, position + 1, salt);
          long next = sound < 0 ? channel.size() : sound;
          lost += next - position;
          position = next;
        } else {
          position += FRAME_HEADER + payload.remaining();
          reader.accept(payload);
        }
      }
      return lost;
    }
  }

  /**
   * The payload of the frame at a position, if it is sound and has the number wanted (any, if that
   * is negative).
   */
  private static @Nullable ByteBuffer frame(
      FileChannel channel, long position, long salt, long number) throws IOException {
    ByteBuffer header = at(channel, position, FRAME_HEADER);
    if (header == null
        || header.getLong(0) != salt
        || (number >= 0 && header.getLong(8) != number)) {
      return null;
    }
    int length = header.getInt(16);
    ByteBuffer payload =
        length < 0 || length > channel.size() - position
            ? null
            : at(channel, position + FRAME_HEADER, length);
    return payload != null && header.getInt(20) == crc(header.slice(8, 12), payload)
        ? payload
        : null;
  }

  /** Whether there are only zeros from here to the end. */
  private static boolean isRoom(FileChannel channel, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (long at = from; channel.read(buffer.clear(), at) > 0; at += buffer.limit()) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        if (buffer.get() != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static long nextSound(FileChannel channel, long from, long salt) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long window = 0;
    long position = from;
    while (channel.read(buffer.clear(), position) > 0) {
      for (int i = 0; i < buffer.position(); i++) {
        window = (window << 8) | (buffer.get(i) & 0xFF);
        position++;
        if (window == salt
            && position - 8 >= from
            && frame(channel, position - 8, salt, -1) != null) {
          return position - 8;
        }
      }
    }
    return -1;
  }

  private static @Nullable ByteBuffer at(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + buffer.position());
      if (read < 0) {
        return null;
      }
    }
    return buffer.flip();
  }

  static int crc(ByteBuffer... parts) {
    CRC32C crc = new CRC32C();
    for (ByteBuffer part : parts) {
      crc.update(part.duplicate());
    }
    return (int) crc.getValue();
  }
}
