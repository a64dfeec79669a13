package org.juxian.embeddedmongo.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * Appends frames to one file. Not for several threads at once. Where each frame is forced by
 * itself, {@link #reservingRoom() room reserved ahead} spares the disk a change of the file's
 * length every time.
 */
final class FrameWriter implements Closeable {
  private static final int ROOM = 1 << 20;

  private final FileChannel channel;
  private final long salt;
  private long number;
  private long size;
  private boolean reserves;
  private long reserved;
  private volatile long forced;

  private FrameWriter(FileChannel channel, long salt, long number, long size) {
    this.channel = channel;
    this.salt = salt;
    this.number = number;
    this.size = size;
  }

  /** Makes the file, and makes it durable with its header. */
  static FrameWriter create(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    long salt = new SecureRandom().nextLong();
    ByteBuffer header = ByteBuffer.allocate(Frames.FILE_HEADER).putLong(Frames.MAGIC).putLong(salt);
    header.putInt(Frames.crc(header.slice(0, 16))).flip();
    FrameWriter writer = new FrameWriter(channel, salt, 0, 0);
    writer.writeFully(header);
    writer.force();
    forceFolder(file);
    return writer;
  }

  /** Goes on after the last sound frame of a file; what follows it is cut off. */
  static FrameWriter resume(Path file, long salt, long number, long end) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(end);
    channel.force(true);
    return new FrameWriter(channel, salt, number, end);
  }

  /** From now on the file is kept longer than its frames, by zeros; closing cuts them off. */
  FrameWriter reservingRoom() {
    reserves = true;
    return this;
  }

  /** Bytes of header and frames. */
  long size() {
    return size;
  }

  void write(byte[] payload, int length) throws IOException {
    ByteBuffer header =
        ByteBuffer.allocate(Frames.FRAME_HEADER).putLong(salt).putLong(number++).putInt(length);
    header.putInt(Frames.crc(header.slice(8, 12), ByteBuffer.wrap(payload, 0, length))).flip();
    ByteBuffer frame =
        ByteBuffer.allocate(Frames.FRAME_HEADER + length)
            .put(header)
            .put(payload, 0, length)
            .flip();
    if (reserves && size + frame.remaining() > reserved) {
      reserve(size + frame.remaining() + ROOM);
    }
    writeFully(frame);
  }

  private void reserve(long end) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) (end - Math.max(size, reserved)));
    for (long at = end - zeros.remaining(); zeros.hasRemaining(); ) {
      at += channel.write(zeros, at);
    }
    reserved = end;
  }

  /** Bytes that are safe on the disk. */
  long forced() {
    return forced;
  }

  void force() throws IOException {
    channel.force(false);
    forced = size;
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      size += channel.write(bytes, size);
    }
  }

  @Override
  public void close() throws IOException {
    if (reserves && channel.isOpen()) {
      channel.truncate(size);
    }
    channel.close();
  }

  /** Makes names in the file's folder durable, where the system lets a folder be opened. */
  static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
