package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The write-ahead log. A thread writes what has gathered while it was busy, as one frame: so many
 * writers share one fsync, and none of them sleeps and wakes for it. A writer who was alone the
 * last time writes by himself instead of waking that thread. After the disk has refused a write the
 * log refuses all further ones, for what is in memory could no longer be promised.
 */
public final class Log implements Journal, AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final Acknowledgement acknowledgement;
  private final Thread flusher;
  private FrameWriter file;
  private Batch gathering = new Batch(new ChangeBuffer(), new ArrayList<>());
  private ChangeBuffer spare = new ChangeBuffer();
  private @Nullable Batch writing;
  private boolean alone;
  private boolean closed;
  private volatile @Nullable Throwable failure;

  /** Changes that become durable together, and what to do then or when they never will. */
  private record Batch(ChangeBuffer changes, List<Runnable> then) {}

  /** When a writer gets its answer. */
  public enum Acknowledgement {
    /** After the fsync. The only one that is sound. */
    AFTER_FSYNC,
    /**
     * At once, with the write to follow a little later: breaks the promise, so that a test can see
     * that it notices.
     */
    BEFORE_WRITE
  }

  Log(FrameWriter file, Acknowledgement acknowledgement) {
    this.file = file.reservingRoom();
    this.acknowledgement = acknowledgement;
    this.flusher =
        Thread.ofPlatform().daemon().name("embedded-mongo-log").start(this::flushForever);
  }

  @Override
  public void append(Change kind, int collection, byte[] bson) {
    lock.lock();
    try {
      check();
      gathering.changes().add(kind, collection, bson);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitDurable() {
    CompletableFuture<Void> safe = new CompletableFuture<>();
    whenDurable(() -> safe.complete(null));
    safe.join();
    checkNotFailed();
  }

  @Override
  public void whenDurable(Runnable then) {
    if (acknowledgement == Acknowledgement.BEFORE_WRITE) {
      then.run();
      leaveToFlusher();
      return;
    }
    Batch own = null;
    Batch last;
    lock.lock();
    try {
      boolean isNew = gathering.changes().length() > 0;
      last = failure != null ? null : isNew ? gathering : writing;
      if (last != null) {
        last.then().add(then);
        own = isNew && alone && writing == null ? begin() : null;
        wakeFlusher();
      }
    } finally {
      lock.unlock();
    }
    if (last == null) {
      then.run();
    } else if (own != null) {
      flush(own);
    }
  }

  private void leaveToFlusher() {
    lock.lock();
    try {
      if (gathering.changes().length() > 0) {
        gathering.then().add(() -> {});
        wakeFlusher();
      }
    } finally {
      lock.unlock();
    }
  }

  private void wakeFlusher() {
    if (writing == null && (!gathering.then().isEmpty() || closed || failure != null)) {
      wanted.signal();
    }
  }

  /** Has the next batch gather; to be called with the lock, when no batch is being written. */
  private Batch begin() {
    Batch full = gathering;
    writing = full;
    gathering = new Batch(spare, new ArrayList<>());
    return full;
  }

  private void flush(Batch full) {
    try {
      writeOut(full.changes());
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
    lock.lock();
    try {
      writing = null;
      full.changes().clear();
      spare = full.changes();
      alone = full.then().size() <= 1;
      wakeFlusher();
      idle.signal();
    } finally {
      lock.unlock();
    }
    full.then().forEach(Runnable::run);
  }

  private void flushForever() {
    try {
      for (Batch full = awaitBatch(); full != null; full = awaitBatch()) {
        if (acknowledgement == Acknowledgement.BEFORE_WRITE) {
          pause();
        }
        flush(full);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** What somebody waits for, or at the end whatever there is; null if there is nothing more. */
  private @Nullable Batch awaitBatch() {
    lock.lock();
    try {
      while (writing != null || (gathering.then().isEmpty() && !closed && failure == null)) {
        wanted.awaitUninterruptibly();
      }
      return failure == null && gathering.changes().length() > 0 ? begin() : null;
    } finally {
      lock.unlock();
    }
  }

  private void writeOut(ChangeBuffer changes) throws IOException {
    if (changes.length() > 0) {
      file.write(changes.bytes(), changes.length());
      file.force();
    }
  }

  /** Bytes in the current file. */
  long size() {
    lock.lock();
    try {
      return file.size();
    } finally {
      lock.unlock();
    }
  }

  /** Bytes of the current file that are safe on the disk. */
  long forced() {
    lock.lock();
    try {
      return file.forced();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes all that was appended durable in the old file, and goes on in a new one. Writers wait for
   * one fsync.
   */
  void continueIn(Path next) throws IOException {
    List<Runnable> then;
    lock.lock();
    try {
      check();
      while (writing != null) {
        idle.awaitUninterruptibly();
        check();
      }
      FrameWriter newFile = FrameWriter.create(next).reservingRoom();
      writeOut(gathering.changes());
      file.close();
      file = newFile;
      gathering.changes().clear();
      then = takeWaiting();
    } catch (IOException | RuntimeException e) {
      fail(e);
      throw e;
    } finally {
      lock.unlock();
    }
    then.forEach(Runnable::run);
  }

  private List<Runnable> takeWaiting() {
    List<Runnable> then = List.copyOf(gathering.then());
    gathering.then().clear();
    return then;
  }

  @Override
  public void fail(Throwable cause) {
    List<Runnable> then;
    lock.lock();
    try {
      if (failure == null) {
        failure = cause;
      }
      wanted.signal();
      idle.signal();
      then = takeWaiting();
    } finally {
      lock.unlock();
    }
    then.forEach(Runnable::run);
  }

  private void check() {
    checkNotFailed();
    if (closed) {
      throw new StoreException("The server is stopped.");
    }
  }

  @Override
  public void checkNotFailed() {
    Throwable cause = failure;
    if (cause != null) {
      throw new StoreException(
          "The server refuses to go on because a write to its files failed: " + cause, cause);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
    try {
      flusher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.close();
  }
}
