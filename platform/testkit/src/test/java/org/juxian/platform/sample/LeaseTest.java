package org.juxian.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.Lease;
import org.juxian.platform.testkit.TestServers;

class LeaseTest {

  private static final Duration LENGTH = Duration.ofSeconds(10);

  private Instant now = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void one_has_it_and_another_takes_it_over_when_it_was_not_renewed_or_was_given_back() {
    try (MongoClient client = MongoClients.create(TestServers.mongoUri())) {
      MongoDatabase database = client.getDatabase("leases-of-" + Lease.class.getSimpleName());
      Lease first = new Lease(database, "work", "first", LENGTH, () -> now);
      Lease second = new Lease(database, "work", "second", LENGTH, () -> now);
      assertThat(first.held()).isTrue();
      assertThat(second.held()).isFalse();

      now = now.plusSeconds(9);
      assertThat(first.held()).as("renewed").isTrue();
      now = now.plusSeconds(9);
      assertThat(second.held()).isFalse();
      now = now.plusSeconds(1);
      assertThat(second.held()).as("ten seconds after it was renewed").isTrue();
      assertThat(first.held()).isFalse();

      database.getCollection("leases").drop();
      assertThat(first.held()).as("asked a moment ago").isFalse();
      now = now.plusMillis(500);
      assertThat(first.held()).as("a twentieth later").isTrue();
    }
  }
}
