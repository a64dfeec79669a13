package org.juxian.bench;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.juxian.standalone.Part;
import org.juxian.standalone.Platform;
import org.juxian.standalone.PlatformEvents;
import org.juxian.standalone.PlatformOptions;

/** A platform of its own on this machine, with people who are signed in. */
final class Stage implements AutoCloseable {

  /** What a registration passes through, and what its events and tokens come from. */
  private static final Set<Part> IN_PLAY =
      EnumSet.of(Part.MONGO, Part.KAFKA, Part.IDENTITY, Part.REGISTRATION, Part.FAIR, Part.GATEWAY);

  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Platform platform;
  private final Gateway gateway;
  private final MongoClient mongo;
  private final Organiser organiser;
  private final List<Person> people;

  private Stage(Platform platform, TokenMint mint, int people) {
    this.platform = platform;
    this.gateway = new Gateway(platform.gateway());
    this.mongo = MongoClients.create(platform.options().mongodbUri());
    this.organiser = new Organiser(gateway, mint);
    this.people = Person.crowd(mint, people);
  }

  /**
   * Starts one with the jars and flags of {@code make run}, and without limits on how much one
   * address may ask.
   *
   * @param databaseHeap MiB of heap for the embedded database, which keeps all documents in it
   */
  static Stage set(Path folder, int people, int databaseHeap) throws Exception {
    PlatformOptions options =
        PlatformOptions.temporary(folder)
            .withParts(IN_PLAY)
            .with("JUXIAN_RATE_LIMITS", "false")
            .with("JUXIAN_HEAP_MONGO", String.valueOf(databaseHeap));
    TokenMint mint = TokenMint.issuing(options.address());
    options = options.with("JUXIAN_SIGNING_KEY", mint.signingKey());
    return new Stage(Platform.start(options, PlatformEvents.QUIET), mint, people);
  }

  Platform platform() {
    return platform;
  }

  Gateway gateway() {
    return gateway;
  }

  Organiser organiser() {
    return organiser;
  }

  List<Person> people() {
    return people;
  }

  /** What registration-service stores. */
  MongoCollection<BsonDocument> registrations() {
    return mongo
        .getDatabase("juxian_registration")
        .getCollection("registrations", BsonDocument.class);
  }

  /** A database of our own on the same server. */
  MongoDatabase scratch() {
    return mongo.getDatabase("bench");
  }

  /**
   * Waits until all messages are sent and the processes rest, so that nothing measured next pays
   * for what was measured before. Answers how long the messages took.
   */
  Duration settle() throws InterruptedException {
    long start = System.nanoTime();
    while (registrations().find(exists("pendingSince")).first() != null) {
      giveUpAfterPatience(start);
      Thread.sleep(20);
    }
    Duration sent = Duration.ofNanos(System.nanoTime() - start);
    Cpu before = Cpu.now(platform);
    boolean resting = false;
    while (!resting) {
      giveUpAfterPatience(start);
      Thread.sleep(GLANCE);
      Cpu now = Cpu.now(platform);
      resting = now.since(before).ofPlatform().compareTo(GLANCE.dividedBy(4)) < 0;
      before = now;
    }
    return sent;
  }

  private static void giveUpAfterPatience(long start) {
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new IllegalStateException("The platform does not come to rest.");
    }
  }

  @Override
  public void close() {
    mongo.close();
    gateway.close();
    platform.close();
  }
}
