package org.juxian.embeddedmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on this server, with files. */
class EmbeddedContractTest {
  private static EmbeddedMongo server;
  private static MongoClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = EmbeddedMongo.open(Options.in(folder));
    client = MongoClients.create(server.connectionString());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Nested
  class Documents extends DocumentContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Operators extends OperatorContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Queries extends QueryContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Results extends ResultContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Indexes extends IndexContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }

  @Nested
  class Races extends RaceContract {
    @Override
    MongoClient client() {
      return EmbeddedContractTest.client;
    }
  }
}
