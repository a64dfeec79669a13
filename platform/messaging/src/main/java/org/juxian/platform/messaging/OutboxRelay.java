package org.juxian.platform.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings messages from the outboxes to Kafka: finds aggregates that have some, sends them in the
 * order in which they were written, waits for the broker's acknowledgement and only then takes them
 * out. After a crash it may send a message twice, never not at all.
 */
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 500;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Bson PENDING = gt("pendingSince", Date.from(Instant.EPOCH));

  private static final Bson EMPTY =
      Updates.combine(Updates.set("outbox", List.of()), Updates.unset("pendingSince"));

  private final List<MongoCollection<BsonDocument>> collections;
  private final MessageSender sender;
  private final Lease lease;
  private final Semaphore wakeUp = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  OutboxRelay(List<MongoCollection<BsonDocument>> collections, MessageSender sender, Lease lease) {
    this.collections = collections;
    this.sender = sender;
    this.lease = lease;
  }

  /** Says that something was written: do not wait for the next poll. */
  void wake() {
    wakeUp.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      Duration pause = POLL;
      try {
        if (lease.held() && relayAll()) {
          continue;
        }
      } catch (RuntimeException failed) {
        log.warn("Messages wait: {}", failed.toString());
        pause = AFTER_FAILURE;
      }
      try {
        if (wakeUp.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One batch of each collection; true where there may be more. */
  private boolean relayAll() {
    boolean more = false;
    for (MongoCollection<BsonDocument> collection : collections) {
      more |= relay(collection) == BATCH;
    }
    return more;
  }

  private int relay(MongoCollection<BsonDocument> collection) {
    List<Sending> sendings = new ArrayList<>();
    for (BsonDocument document :
        collection
            .find(PENDING)
            .sort(Sorts.ascending("pendingSince"))
            .projection(Projections.include("version", "outbox"))
            .limit(BATCH)) {
      sendings.add(send(document));
    }
    if (!sendings.isEmpty()) {
      sender.flush();
      takeOut(collection, sendings);
    }
    return sendings.size();
  }

  private Sending send(BsonDocument document) {
    List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
    List<BsonValue> ids = new ArrayList<>();
    for (BsonValue entry : document.getArray("outbox")) {
      ids.add(entry.asDocument().get("id"));
      acknowledgements.add(sender.send(entry.asDocument()));
    }
    return new Sending(document, ids, acknowledgements);
  }

  private static void takeOut(MongoCollection<BsonDocument> collection, List<Sending> sendings) {
    List<UpdateOneModel<BsonDocument>> emptied = new ArrayList<>();
    List<UpdateOneModel<BsonDocument>> shortened = new ArrayList<>();
    int unsent = 0;
    for (Sending sending : sendings) {
      List<BsonValue> sent = sending.acknowledged();
      if (sent.size() == sending.ids().size()) {
        emptied.add(new UpdateOneModel<>(sending.unchanged(), EMPTY));
      } else {
        unsent++;
      }
      if (!sent.isEmpty()) {
        shortened.add(new UpdateOneModel<>(eq("_id", sending.document().get("_id")), pull(sent)));
      }
    }
    // Where nobody wrote since an outbox was read, all of it was sent. Otherwise the pull leaves
    // what was added, and finds nothing to do in those that are empty.
    boolean allEmpty =
        !emptied.isEmpty() && collection.bulkWrite(emptied).getMatchedCount() == sendings.size();
    if (!allEmpty && !shortened.isEmpty()) {
      collection.bulkWrite(shortened);
    }
    if (unsent > 0) {
      throw new IllegalStateException(unsent + " aggregates' messages were not acknowledged");
    }
  }

  private static Bson pull(List<BsonValue> ids) {
    return Updates.pullByFilter(new BsonDocument("outbox", in("id", ids).toBsonDocument()));
  }

  /** The messages of one aggregate on their way. */
  private record Sending(
      BsonDocument document, List<BsonValue> ids, List<CompletableFuture<Void>> acknowledgements) {

    /**
     * Those up to the first that was not acknowledged: what follows it is sent again, to keep the
     * order.
     */
    List<BsonValue> acknowledged() {
      int sent = 0;
      while (sent < ids.size() && !failed(acknowledgements.get(sent))) {
        sent++;
      }
      return ids.subList(0, sent);
    }

    Bson unchanged() {
      return and(eq("_id", document.get("_id")), eq("version", document.get("version")));
    }

    private static boolean failed(CompletableFuture<Void> acknowledgement) {
      try {
        acknowledgement.join();
        return false;
      } catch (java.util.concurrent.CompletionException notAcknowledged) {
        return true;
      }
    }
  }
}
