package org.juxian.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a content by its hash. A large file is read again only when its size or time changed. */
final class ContentHash {

  private static final int BYTES = 8;

  private ContentHash() {}

  /** The hash of a file, remembered in the folder. */
  static String of(Path file, Path folder) throws IOException {
    Path remembered = folder.resolve("hash");
    String look = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + " " + file;
    if (Files.exists(remembered)) {
      String text = Files.readString(remembered);
      if (text.startsWith(look + " ")) {
        return text.substring(look.length() + 1);
      }
    }
    String hash = read(file);
    Files.createDirectories(folder);
    Files.writeString(remembered, look + " " + hash);
    return hash;
  }

  static String of(String text) {
    return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
