package org.juxian.embeddedmongo;

import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on MongoDB itself, where Docker is: what this server is measured by. */
@Testcontainers(disabledWithoutDocker = true)
class MongoDbContractTest {
  @Container private static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8.0");

  @Nested
  class Documents extends DocumentContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Operators extends OperatorContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Queries extends QueryContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Results extends ResultContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Aggregations extends AggregationContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Indexes extends IndexContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }

  @Nested
  class Races extends RaceContract {
    @Override
    String connectionString() {
      return MONGODB.getConnectionString();
    }
  }
}
