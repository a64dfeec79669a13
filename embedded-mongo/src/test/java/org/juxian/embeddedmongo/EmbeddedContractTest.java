package org.juxian.embeddedmongo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on this server, with files. */
class EmbeddedContractTest extends MongoContract {
  private static EmbeddedMongo server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = EmbeddedMongo.open(Options.in(folder));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  String connectionString() {
    return server.connectionString();
  }
}
