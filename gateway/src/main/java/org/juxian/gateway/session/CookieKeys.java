package org.juxian.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the keys that seal cookies, or makes one. */
final class CookieKeys {

  private static final Logger log = LoggerFactory.getLogger(CookieKeys.class);

  private static final String FILE = "gateway-cookie.key";
  private static final int BYTES = 32;

  private CookieKeys() {}

  /**
   * The keys, the one to seal with first.
   *
   * @throws IllegalStateException if what is configured is no such key; the message does not tell
   *     it
   */
  static List<byte[]> of(SessionSettings settings) {
    if (!settings.cookieKey().isBlank()) {
      return read(settings.cookieKey(), "JUXIAN_COOKIE_KEY");
    }
    if (settings.keysFolder().isBlank()) {
      log.warn(
          "Neither JUXIAN_COOKIE_KEY nor JUXIAN_KEYS_DIR is set: sessions end when this process"
              + " does.");
      return List.of(random());
    }
    Path file = Path.of(settings.keysFolder().strip()).resolve(FILE);
    try {
      return read(kept(file), file.toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The key of the sessions cannot be kept in JUXIAN_KEYS_DIR (" + file + ").", failed);
    }
  }

  private static List<byte[]> read(String text, String where) {
    try {
      List<byte[]> keys =
          Stream.of(text.split(",", -1))
              .map(String::strip)
              .map(key -> Base64.getDecoder().decode(key))
              .toList();
      if (keys.stream().allMatch(key -> key.length == BYTES)) {
        return keys;
      }
    } catch (IllegalArgumentException notBase64) {
      // told below, like a key of another length
    }
    throw new IllegalStateException(
        where + " must be base64 of 32 bytes (openssl rand -base64 32); commas between several.");
  }

  private static String kept(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.notExists(file)) {
      make(file);
    }
    return Files.readString(file);
  }

  /** Of several processes that start at once, one makes the file and all read it. */
  private static void make(Path file) throws IOException {
    Path draft = file.resolveSibling(FILE + "." + UUID.randomUUID());
    try {
      try (FileChannel out =
          FileChannel.open(
              draft,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly())) {
        out.write(ByteBuffer.wrap(Base64.getEncoder().encode(random())));
        out.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      // its key is as good
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
