package org.juxian.embeddedmongo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for the log is told when it is safe, in order, and also when it never will be. */
class LogTest {
  private static final byte[] BSON = new byte[20];

  @TempDir Path temp;

  @Test
  void answersAreGivenInTheOrderOfTheirWrites() throws Exception {
    FrameWriter file = FrameWriter.create(temp.resolve("log"));
    List<Integer> answered = new ArrayList<>();
    CompletableFuture<Void> last = new CompletableFuture<>();
    long before = file.forced();
    try (Log log = new Log(file, Log.Acknowledgement.AFTER_FSYNC)) {
      for (int i = 0; i < 1_000; i++) {
        int number = i;
        log.append(Change.PUT, 1, BSON);
        log.whenDurable(
            () -> {
              answered.add(number);
              if (number == 999) {
                last.complete(null);
              }
            });
      }
      last.get(10, TimeUnit.SECONDS);
    }
    assertThat(answered).hasSize(1_000).isSorted();
    assertThat(file.forced()).isGreaterThan(before + 1_000L * BSON.length);
  }

  @Test
  void whatIsAppendedBeforeClosingIsAnsweredByIt() throws Exception {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    Log log = new Log(FrameWriter.create(temp.resolve("log")), Log.Acknowledgement.AFTER_FSYNC);
    log.append(Change.PUT, 1, BSON);
    log.whenDurable(() -> answer.complete(null));
    log.close();
    assertThat(answer).isCompleted();
  }

  @Test
  void whoWaitsIsToldThatTheDiskRefused() throws Exception {
    FrameWriter file = FrameWriter.create(temp.resolve("log"));
    Log log = new Log(file, Log.Acknowledgement.AFTER_FSYNC);
    file.close();
    log.append(Change.PUT, 1, BSON);
    CompletableFuture<Void> answer = new CompletableFuture<>();
    log.whenDurable(() -> answer.complete(null));
    answer.get(10, TimeUnit.SECONDS);
    assertThatThrownBy(log::checkNotFailed).isInstanceOf(StoreException.class);
    assertThatThrownBy(log::awaitDurable).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> log.append(Change.PUT, 1, BSON)).isInstanceOf(StoreException.class);
  }
}
