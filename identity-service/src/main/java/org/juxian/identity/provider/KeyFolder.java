package org.juxian.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps the signing keys in {@code signing-keys.json} (a JWK set) of a folder, readable by its
 * owner only, and makes a first one where there is none. Of several processes that start at once,
 * one makes the file and all read it.
 */
final class KeyFolder {

  private static final String FILE = "signing-keys.json";
  private static final int BITS = 2048;

  private KeyFolder() {}

  /** The file's text. */
  static String read(Path folder) {
    return read(folder, KeyFolder::newKeys);
  }

  /** As {@link #read(Path)}, with another maker of the first key. */
  static String read(Path folder, Supplier<String> newKeys) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.notExists(file)) {
        make(file, newKeys.get());
      }
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The signing key cannot be kept in JUXIAN_KEYS_DIR (" + file + ").", failed);
    }
  }

  private static void make(Path file, String keys) throws IOException {
    Path draft = file.resolveSibling(FILE + "." + UUID.randomUUID());
    try {
      write(draft, keys);
      // Fails where the file is there; a move would replace what another process has just made.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      // its key is as good
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String newKeys() {
    try {
      return new JWKSet(new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate())
          .toString(false);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
