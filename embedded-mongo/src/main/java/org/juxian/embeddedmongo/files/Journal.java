package org.juxian.embeddedmongo.files;

/**
 * Takes down every change, in the order in which the changes are made, and says when they are safe.
 */
public interface Journal {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void append(Change kind, int collection, byte[] bson) {}

        @Override
        public void awaitDurable() {}

        @Override
        public void whenDurable(Runnable then) {
          then.run();
        }

        @Override
        public void checkNotFailed() {}

        @Override
        public void fail(Throwable cause) {}
      };

  /**
   * Adds a change to what will be written next. The caller holds the lock under which the change
   * becomes visible, so that the order of the journal is the order of the changes.
   */
  void append(Change kind, int collection, byte[] bson);

  /** Returns when everything appended so far is on the disk. To be called without any lock. */
  void awaitDurable();

  /**
   * Runs this when everything appended so far is on the disk, or when it is known that it never
   * will be: {@link #checkNotFailed()} tells which. A writer is answered from here; by then also
   * every change that it may have read is durable. It must not wait for anything.
   */
  void whenDurable(Runnable then);

  /** Throws if changes can no longer be taken down. */
  void checkNotFailed();

  /** Refuses everything from now on, because what is in memory is no longer to be trusted. */
  void fail(Throwable cause);
}
