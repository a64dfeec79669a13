package org.juxian.embeddedmongo;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.commands.Commands;
import org.juxian.embeddedmongo.commands.Cursors;
import org.juxian.embeddedmongo.commands.Scram;
import org.juxian.embeddedmongo.commands.Statements;
import org.juxian.embeddedmongo.files.Log;
import org.juxian.embeddedmongo.files.Store;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.network.Server;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. Every acknowledged write is on the disk before its acknowledgement, if there is
 * a folder; what is stored, guaranteed and refused is in the module's README.
 *
 * <pre>{@code
 * try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder))) {
 *   MongoClients.create(server.connectionString());
 * }
 * }</pre>
 */
public final class EmbeddedMongo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
  private static final Duration COMPACTION_CHECK = Duration.ofSeconds(1);

  private final Options options;
  private final Catalog catalog = new Catalog();
  private final Cursors cursors;
  private final @Nullable Store store;
  private final Server server;
  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("embedded-mongo-housekeeping").factory());

  private EmbeddedMongo(Options options, Log.Acknowledgement acknowledgement) {
    this.options = options;
    this.cursors = new Cursors(options.clock());
    Path folder = options.folder();
    this.store = folder == null ? null : Store.open(folder, catalog, acknowledgement);
    try {
      this.server =
          new Server(
              new Commands(catalog, options.clock(), cursors),
              () -> new Scram.Session(options.user(), options.password()),
              catalog.journal(),
              options.host(),
              options.port());
    } catch (RuntimeException e) {
      closeStore();
      throw e;
    }
    every(COMPACTION_CHECK, this::compactIfDue);
    every(options.sweepEvery(), this::sweep);
  }

  /**
   * Recovers what the folder holds, and listens.
   *
   * @throws StoreException if the folder is in use or damaged, or the address is taken; its message
   *     says so in a sentence
   */
  public static EmbeddedMongo open(Options options) {
    return new EmbeddedMongo(options, Log.Acknowledgement.AFTER_FSYNC);
  }

  static EmbeddedMongo open(Options options, Log.Acknowledgement acknowledgement) {
    return new EmbeddedMongo(options, acknowledgement);
  }

  /** The TCP port on which the server listens. */
  public int port() {
    return server.port();
  }

  /** A MongoDB connection string for this server, with the user and password if there are any. */
  public String connectionString() {
    String host = options.host().equals("0.0.0.0") ? "127.0.0.1" : options.host();
    String user = options.user();
    String password = options.password();
    String credentials =
        user == null || password == null ? "" : encoded(user) + ":" + encoded(password) + "@";
    return "mongodb://"
        + credentials
        + host
        + ":"
        + port()
        + (credentials.isEmpty() ? "" : "/?authSource=admin");
  }

  /**
   * Writes a snapshot now and drops the log before it; happens by itself when the log has grown.
   */
  public void compact() {
    if (store != null) {
      try {
        store.compact();
      } catch (IOException e) {
        throw new StoreException("The snapshot could not be written: " + e, e);
      }
    }
  }

  /** Bytes of the current log that would survive a power cut. */
  long forcedBytes() {
    return store == null ? 0 : store.forcedBytes();
  }

  /** Lets the commands under way finish, hangs up, and gives the folder free. */
  @Override
  public void close() {
    housekeeping.shutdown();
    server.close();
    try {
      housekeeping.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeStore();
  }

  private void closeStore() {
    if (store != null) {
      store.close();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void every(Duration interval, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.warn("housekeeping failed; it will be tried again", e);
          }
        };
    var _ =
        housekeeping.scheduleWithFixedDelay(
            guarded, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void compactIfDue() {
    if (store != null) {
      try {
        store.compactIfLargerThan(options.compactFrom());
      } catch (IOException e) {
        throw new StoreException("The snapshot could not be written: " + e, e);
      }
    }
  }

  private void sweep() {
    cursors.closeIdle();
    Instant now = options.clock().instant();
    for (Table table : catalog.tables()) {
      if (new Statements(table).expire(now) > 0) {
        catalog.journal().awaitDurable();
      }
    }
  }
}
