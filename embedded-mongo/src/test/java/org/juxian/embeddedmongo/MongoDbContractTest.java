package org.juxian.embeddedmongo;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract on MongoDB itself, where Docker is: what this server is measured by. */
@Testcontainers(disabledWithoutDocker = true)
class MongoDbContractTest extends MongoContract {
  @Container private static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8.0");

  @Override
  String connectionString() {
    return MONGODB.getConnectionString();
  }
}
