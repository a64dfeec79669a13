package org.juxian.registration.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lends the font to whoever prints. It is read once, with the first ticket. One prints at a time:
 * that takes some milliseconds, and so a rush for papers takes one processor at most and never the
 * memory of many pages.
 */
@Component
class Typefaces {

  private static final String FONT = "/fonts/NotoSansSC-Medium.ttf";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Semaphore turn = new Semaphore(1, true);
  private @Nullable TrueTypeFont font;

  /** What is done with the font. */
  interface Work<R> {
    R with(TrueTypeFont font) throws IOException;
  }

  /** Does it when it is its turn; nothing if too many are before it. */
  <R> Optional<R> lend(Work<R> work) {
    if (!awaitTurn()) {
      return Optional.empty();
    }
    try {
      TrueTypeFont read = font == null ? read() : font;
      font = read;
      return Optional.of(work.with(read));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      turn.release();
    }
  }

  private boolean awaitTurn() {
    try {
      return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static TrueTypeFont read() throws IOException {
    try (InputStream file = Typefaces.class.getResourceAsStream(FONT)) {
      if (file == null) {
        throw new IOException("No font " + FONT);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
  }
}
