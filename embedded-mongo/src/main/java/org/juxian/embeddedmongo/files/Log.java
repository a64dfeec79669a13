package org.juxian.embeddedmongo.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The write-ahead log. One thread writes and forces whatever has gathered while it was busy, as one
 * frame, and then gives the answers that waited for it: so many writers share one fsync, a lone one
 * waits for no other, and no thread sleeps and wakes for each. After the disk has refused a write
 * the log refuses all further ones, for what is in memory could no longer be promised.
 */
public final class Log implements Journal, AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition flushed = lock.newCondition();
  private final Acknowledgement acknowledgement;
  private final Thread flusher;
  private FrameWriter file;
  private ChangeBuffer gathering = new ChangeBuffer();
  private ChangeBuffer spare = new ChangeBuffer();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private long appended;
  private long requested;
  private long durable;
  private boolean flushing;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /** What to do when the log is durable up to a position. */
  private record Waiter(long position, Runnable then) {}

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
      gathering.add(kind, collection, bson);
      appended++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitDurable() {
    check();
    CompletableFuture<Void> safe = new CompletableFuture<>();
    whenDurable(() -> safe.complete(null));
    safe.join();
    checkNotFailed();
  }

  @Override
  public void whenDurable(Runnable then) {
    if (!mustWait(then)) {
      then.run();
    }
  }

  private boolean mustWait(Runnable then) {
    lock.lock();
    try {
      if (appended > requested) {
        requested = appended;
        wanted.signal();
      }
      return failure == null
          && durable < appended
          && acknowledgement == Acknowledgement.AFTER_FSYNC
          && waiting.add(new Waiter(appended, then));
    } finally {
      lock.unlock();
    }
  }

  /** To be called with the lock; what it gives is to be run without it. */
  private List<Runnable> ready() {
    List<Runnable> ready = new ArrayList<>();
    while (!waiting.isEmpty() && (failure != null || waiting.getFirst().position() <= durable)) {
      ready.add(waiting.removeFirst().then());
    }
    return ready;
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
    List<Runnable> ready;
    lock.lock();
    try {
      check();
      while (flushing) {
        flushed.awaitUninterruptibly();
        check();
      }
      FrameWriter newFile = FrameWriter.create(next).reservingRoom();
      writeOut(gathering);
      gathering.clear();
      file.close();
      file = newFile;
      durable = appended;
      flushed.signalAll();
      ready = ready();
    } catch (IOException | RuntimeException e) {
      fail(e);
      throw e;
    } finally {
      lock.unlock();
    }
    ready.forEach(Runnable::run);
  }

  @Override
  public void fail(Throwable cause) {
    List<Runnable> ready;
    lock.lock();
    try {
      if (failure == null) {
        failure = cause;
      }
      wanted.signalAll();
      flushed.signalAll();
      ready = ready();
    } finally {
      lock.unlock();
    }
    ready.forEach(Runnable::run);
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

  private void flushForever() {
    try {
      while (flushOnce()) {}
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private boolean flushOnce() throws IOException {
    ChangeBuffer full;
    long reached;
    lock.lock();
    try {
      while (gathering.length() == 0 || requested <= durable) {
        if (closed || failure != null) {
          return false;
        }
        wanted.awaitUninterruptibly();
      }
      full = gathering;
      gathering = spare;
      spare = full;
      reached = appended;
      flushing = true;
    } finally {
      lock.unlock();
    }
    if (acknowledgement == Acknowledgement.BEFORE_WRITE) {
      pause();
    }
    writeOut(full);
    List<Runnable> ready;
    lock.lock();
    try {
      full.clear();
      flushing = false;
      durable = reached;
      flushed.signalAll();
      ready = ready();
    } finally {
      lock.unlock();
    }
    ready.forEach(Runnable::run);
    return true;
  }

  private void writeOut(ChangeBuffer changes) throws IOException {
    if (changes.length() > 0) {
      file.write(changes.bytes(), changes.length());
      file.force();
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
      requested = appended;
      closed = true;
      wanted.signalAll();
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
