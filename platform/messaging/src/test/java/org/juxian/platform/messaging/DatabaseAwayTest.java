package org.juxian.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How long a database that is away is waited for. */
class DatabaseAwayTest {

  /** Nobody listens there: the port is reserved. */
  private static final String NOWHERE = "mongodb://127.0.0.1:1/";

  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.EPOCH;

  @Test
  void who_serves_waits_so_short_that_it_can_still_say_so() {
    MongoClientSettings settings = settings(NOWHERE, Duration.ofMillis(50));
    assertThat(limit(settings)).isEqualTo(50);
    try (MongoClient client = MongoClients.create(settings)) {
      assertThatThrownBy(() -> client.getDatabase("x").runCommand(new Document("ping", 1)))
          .isInstanceOf(MongoTimeoutException.class);
    }
  }

  @Test
  void what_the_address_says_goes_before() {
    String patient = NOWHERE + "?serverSelectionTimeoutMS=9000";
    assertThat(limit(settings(patient, Duration.ofSeconds(4)))).isEqualTo(9000);
  }

  @Test
  void who_starts_waits_for_a_database_that_starts_too_but_not_for_ever() {
    MongoDatabase late = answeringAfter(12);
    assertThat(DatabaseAway.awaited(late, Duration.ofSeconds(60), () -> now)).isSameAs(late);
    assertThat(asked).hasValue(13);
    assertThatThrownBy(
            () -> DatabaseAway.awaited(answeringAfter(99), Duration.ofSeconds(60), () -> now))
        .isInstanceOf(MongoTimeoutException.class);
  }

  /** Each time it does not answer takes four seconds. */
  private MongoDatabase answeringAfter(int failures) {
    asked.set(0);
    return (MongoDatabase)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MongoDatabase.class},
            (_, _, _) -> {
              if (asked.getAndIncrement() < failures) {
                now = now.plusSeconds(4);
                throw new MongoTimeoutException("away");
              }
              return new Document("ok", 1);
            });
  }

  private static MongoClientSettings settings(String address, Duration limit) {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder().applyConnectionString(new ConnectionString(address));
    DatabaseAway.limit(settings, limit);
    return settings.build();
  }

  private static long limit(MongoClientSettings settings) {
    return settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS);
  }
}
