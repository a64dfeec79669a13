package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.function.Supplier;

/** When the command that a thread works on has to give up: its {@code maxTimeMS}. */
public final class Deadline {
  private static final ScopedValue<Long> NANOS = ScopedValue.newInstance();

  private Deadline() {}

  /** Runs a command within its time, if it has one. */
  public static Document within(int maxTimeMillis, Supplier<Document> command) {
    return maxTimeMillis <= 0
        ? command.get()
        : ScopedValue.where(NANOS, System.nanoTime() + maxTimeMillis * 1_000_000L)
            .call(command::get);
  }

  /** Gives up if it is time; asked between steps of a long search, before anything is changed. */
  public static void check() {
    if (NANOS.isBound() && System.nanoTime() - NANOS.get() > 0) {
      throw new MongoServerError(50, "MaxTimeMSExpired", "operation exceeded time limit");
    }
  }
}
