package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.time.InstantSource;
import java.util.List;

/** What a driver says and asks before and beside its work: who are you, are you well, let me in. */
final class Greetings {
  /** The wire version of MongoDB 5.0; the driver asks for nothing then that this server lacks. */
  private static final int WIRE_VERSION = 13;

  private static final String VERSION = "5.0.0";

  private final InstantSource clock;

  Greetings(InstantSource clock) {
    this.clock = clock;
  }

  void register(Commands commands) {
    commands.read("hello", this::hello, "*");
    commands.read("isMaster", this::hello, "*");
    commands.read("ping", (_, _, _) -> Commands.ok(), "*");
    commands.read("endSessions", (_, _, _) -> Commands.ok(), "*");
    commands.read("logout", (_, _, _) -> Commands.ok(), "*");
    commands.read("saslStart", (session, _, command) -> session.start(command), "*");
    commands.read("saslContinue", (session, _, command) -> session.proceed(command), "*");
    commands.read("buildInfo", (_, _, _) -> buildInfo(), "*");
  }

  private Document hello(Scram.Session session, String database, Document command) {
    Document reply =
        new Document("helloOk", true)
            .append("isWritablePrimary", true)
            .append("ismaster", true)
            .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
            .append("maxMessageSizeBytes", 48_000_000)
            .append("maxWriteBatchSize", 100_000)
            .append("localTime", clock.instant())
            .append("minWireVersion", 0)
            .append("maxWireVersion", WIRE_VERSION)
            .append("readOnly", false);
    if (command.containsKey("saslSupportedMechs")) {
      reply.append("saslSupportedMechs", List.of("SCRAM-SHA-256"));
    }
    return reply.append("ok", 1.0);
  }

  private static Document buildInfo() {
    return new Document("version", VERSION)
        .append("versionArray", List.of(5, 0, 0, 0))
        .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
        .append("modules", List.of())
        .append("ok", 1.0);
  }
}
