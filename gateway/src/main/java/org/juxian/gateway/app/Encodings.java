package org.juxian.gateway.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a file in the smallest form that the client reads: as the build compressed it ({@code .br},
 * {@code .gz}), else compressed here once and remembered.
 */
final class Encodings {

  /** A form of a file. */
  static final class Form {

    private final @Nullable String encoding;
    private final byte[] content;

    Form(@Nullable String encoding, byte[] content) {
      this.encoding = encoding;
      this.content = content;
    }

    /** The {@code Content-Encoding}; null for the file as it is. */
    @Nullable String encoding() {
      return encoding;
    }

    byte[] content() {
      return content;
    }
  }

  private static final long REMEMBERED = 8L * 1024 * 1024;
  private static final long WORTH_IT = 1024;

  private final Cache<AppFile, byte[]> compressed =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED)
          .weigher((AppFile file, byte[] content) -> content.length)
          .build();

  Form of(AppFile file, @Nullable String accepted) throws IOException {
    if (file.compressible() && accepts(accepted, "br")) {
      Path made = Path.of(file.path() + ".br");
      if (Files.isRegularFile(made)) {
        return new Form("br", Files.readAllBytes(made));
      }
    }
    if (file.compressible() && file.size() >= WORTH_IT && accepts(accepted, "gzip")) {
      return new Form("gzip", compressed.get(file, Encodings::gzip));
    }
    return new Form(null, Files.readAllBytes(file.path()));
  }

  private static boolean accepts(@Nullable String accepted, String encoding) {
    if (accepted == null) {
      return false;
    }
    for (String part : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] named = part.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
      if (named[0].equals(encoding)) {
        return named.length == 1 || !named[1].matches("0(\\.0*)?");
      }
    }
    return false;
  }

  private static byte[] gzip(AppFile file) {
    try {
      Path made = Path.of(file.path() + ".gz");
      if (Files.isRegularFile(made)) {
        return Files.readAllBytes(made);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        Files.copy(file.path(), out);
      }
      return bytes.toByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
