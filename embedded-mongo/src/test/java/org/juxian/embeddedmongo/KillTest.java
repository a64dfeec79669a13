package org.juxian.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MILLISECOND;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.embeddedmongo.files.Log;

/**
 * Kills a server with SIGKILL in the middle of a write load, again and again on the same folder,
 * and looks whether it kept its promises. {@code -Dkill.rounds=20 -Dkill.seed=...} for more of it.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final long SEED = Long.getLong("kill.seed", 20_261_124L);

  @TempDir Path folder;

  @Test
  void keepsItsPromisesWhenKilled() throws Exception {
    assertThat(killRepeatedly(ROUNDS, Log.Acknowledgement.AFTER_FSYNC)).isEmpty();
  }

  /** The negative control: a server that answers before it writes must be caught. */
  @Test
  void noticesAServerThatAnswersTooEarly() throws Exception {
    assertThat(killRepeatedly(2, Log.Acknowledgement.BEFORE_WRITE)).isNotEmpty();
  }

  private List<String> killRepeatedly(int rounds, Log.Acknowledgement acknowledgement)
      throws Exception {
    Random random = new Random(SEED);
    CrashLoad load = new CrashLoad(SEED);
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      killOnce(load, acknowledgement, 20 + random.nextInt(250));
      try (EmbeddedMongo recovered = EmbeddedMongo.open(Options.in(folder));
          MongoClient client = MongoClients.create(recovered.connectionString())) {
        wrong.addAll(load.check(client));
      }
    }
    System.out.printf(
        "%d rounds with seed %d (%s): %d acknowledged writes, %d wrong%n",
        rounds, SEED, acknowledgement, load.acknowledged(), wrong.size());
    return wrong;
  }

  private void killOnce(CrashLoad load, Log.Acknowledgement acknowledgement, int writes)
      throws Exception {
    Process server = CrashChild.start(folder, 100_000, acknowledgement);
    try {
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      String address = output.readLine();
      assertThat(address).as("the server's address").isNotNull();
      try (MongoClient patient = MongoClients.create(address)) {
        CrashLoad.prepare(patient);
      }
      try (MongoClient client =
          MongoClients.create(address + "/?serverSelectionTimeoutMS=1000&retryWrites=false")) {
        int enough = load.acknowledged() + writes;
        List<Thread> writers = load.start(client);
        await().pollInterval(ONE_MILLISECOND).until(() -> load.acknowledged() >= enough);
        server.destroyForcibly().waitFor();
        load.stop();
        for (Thread writer : writers) {
          writer.join();
        }
      }
    } finally {
      server.destroyForcibly().waitFor();
    }
  }
}
