package org.juxian.embeddedmongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on MongoDB itself, where Docker is: what this server is measured by. */
@Testcontainers(disabledWithoutDocker = true)
class MongoDbContractTest {
  @Container private static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8.0");
  private static MongoClient client;

  @BeforeAll
  static void connect() {
    client = MongoClients.create(MONGODB.getConnectionString());
  }

  @AfterAll
  static void hangUp() {
    client.close();
  }

  @Nested
  class Documents extends DocumentContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Operators extends OperatorContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Queries extends QueryContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Results extends ResultContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Indexes extends IndexContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }

  @Nested
  class Races extends RaceContract {
    @Override
    MongoClient client() {
      return MongoDbContractTest.client;
    }
  }
}
