package org.juxian.embeddedmongo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on this server, with files. */
class EmbeddedContractTest {
  private static EmbeddedMongo server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = EmbeddedMongo.open(Options.in(folder));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Nested
  class Documents extends DocumentContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Operators extends OperatorContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Queries extends QueryContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Results extends ResultContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Indexes extends IndexContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }

  @Nested
  class Races extends RaceContract {
    @Override
    String connectionString() {
      return server.connectionString();
    }
  }
}
