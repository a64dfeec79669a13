package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.messaging.Lease;
import org.springframework.stereotype.Component;

/** Which replica does a piece of recurring work; saves double work, guards nothing. */
@Component
public class WorkLeases {

  private static final Duration LENGTH = Duration.ofSeconds(10);

  private final Map<String, Lease> leases = new ConcurrentHashMap<>();
  private final MongoDatabase database;
  private final InstantSource clock;
  private final String owner;

  WorkLeases(MongoDatabase database, InstantSource clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.owner = ids.next();
  }

  /** Whether this replica does the work. */
  public boolean held(String work) {
    return leases
        .computeIfAbsent(work, name -> new Lease(database, name, owner, LENGTH, clock))
        .held();
  }

  /** Another replica may go on at once. */
  @PreDestroy
  void release() {
    database.getCollection("leases").deleteMany(eq("owner", owner));
  }
}
