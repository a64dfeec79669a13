package org.juxian.embeddedmongo.files;

import java.io.IOException;

/** What the files are the durable form of: they give it their changes, and take a copy of it. */
public interface Contents {
  /** Takes changes, one after the other. */
  interface Sink {
    void add(Change kind, int collection, byte[] bson) throws IOException;
  }

  /** Takes what the files hold, in its order. */
  interface Restoring extends Sink {
    @Override
    void add(Change kind, int collection, byte[] bson);

    /** To be called after the last change; says how many documents had to be taken out. */
    long finish();
  }

  /** The files, though sound, hold what cannot be; the message says what they do. */
  public final class Contradiction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Contradiction(String how) {
      super(how);
    }
  }

  /** Everything that there was at one moment, each document as it was then or later. */
  interface Copy {
    void writeTo(Sink sink) throws IOException;
  }

  /** Something that may fail at the disk. */
  interface Action {
    void run() throws IOException;
  }

  /**
   * Begins to bring back what the files hold.
   *
   * @param salvaging whether what contradicts itself is mended or taken out instead of refused by a
   *     {@link Contradiction}
   */
  Restoring restore(boolean salvaging);

  /** From now on every change goes into this journal. */
  void journalTo(Journal journal);

  /** Runs the action while no collection or index comes or goes, and tells what there was then. */
  Copy copyAfter(Action action) throws IOException;
}
