package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The results that clients have begun to read. */
public final class Cursors {
  private static final int FIRST_BATCH = 101;
  private static final int LARGEST_BATCH = 20_000;
  private static final long BATCH_BYTES = 4L << 20;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Map<Long, Cursor> open = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final InstantSource clock;

  public Cursors(InstantSource clock) {
    this.clock = clock;
  }

  /** One of the documents of a result, and about how many bytes it has. */
  record Item(Document document, int size) {}

  /**
   * Replies with the first batch; what is left stays open unless the client wants one batch only.
   */
  Document begin(String namespace, Iterator<Item> items, Document request, boolean single) {
    int batchSize = request.get("batchSize") instanceof Number size ? size.intValue() : FIRST_BATCH;
    Cursor cursor = new Cursor(namespace, items);
    List<Document> batch = cursor.take(batchSize);
    long id = 0;
    if (!single && items.hasNext()) {
      id = lastId.incrementAndGet();
      cursor.lastUse = clock.instant();
      open.put(id, cursor);
    }
    return reply(id, namespace, "firstBatch", batch);
  }

  Document more(long id, Document request) {
    Cursor cursor = open.get(id);
    if (cursor == null) {
      throw new CursorNotFoundException(id);
    }
    int batchSize = request.get("batchSize") instanceof Number size ? size.intValue() : 0;
    synchronized (cursor) {
      List<Document> batch = cursor.take(batchSize == 0 ? LARGEST_BATCH : batchSize);
      cursor.lastUse = clock.instant();
      boolean done = !cursor.items.hasNext();
      if (done) {
        open.remove(id);
      }
      return reply(done ? 0 : id, cursor.namespace, "nextBatch", batch);
    }
  }

  boolean close(long id) {
    return open.remove(id) != null;
  }

  public void closeIdle() {
    Instant limit = clock.instant().minus(IDLE);
    open.values().removeIf(cursor -> cursor.lastUse.isBefore(limit));
  }

  static Document reply(long id, String namespace, String batchName, List<Document> batch) {
    Document cursor = new Document(batchName, batch).append("id", id).append("ns", namespace);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  private static final class Cursor {
    private final String namespace;
    private final Iterator<Item> items;
    private volatile Instant lastUse = Instant.MAX;

    Cursor(String namespace, Iterator<Item> items) {
      this.namespace = namespace;
      this.items = items;
    }

    List<Document> take(int count) {
      List<Document> batch = new ArrayList<>();
      long bytes = 0;
      while (batch.size() < count && bytes < BATCH_BYTES && items.hasNext()) {
        Item item = items.next();
        batch.add(item.document());
        bytes += item.size();
      }
      return batch;
    }
  }
}
