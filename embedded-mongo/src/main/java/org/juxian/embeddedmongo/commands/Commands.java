package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.Deadline;
import org.juxian.embeddedmongo.values.Refusal;

/** Takes a client's command to what handles it; checks what all commands have in common. */
public final class Commands {
  private static final Set<String> COMMON =
      Set.of(
          "$db",
          "lsid",
          "$readPreference",
          "$clusterTime",
          "readConcern",
          "writeConcern",
          "apiVersion",
          "apiStrict",
          "apiDeprecationErrors",
          "maxTimeMS",
          "comment");
  private static final Set<String> TRANSACTION =
      Set.of(
          "txnNumber", "autocommit", "startTransaction", "commitTransaction", "abortTransaction");
  private static final Set<String> BEFORE_SIGN_IN =
      Set.of("hello", "isMaster", "ping", "buildInfo", "saslStart", "saslContinue", "endSessions");

  /** What answers one command. */
  interface Handler {
    Document handle(Scram.Session session, String database, Document command);
  }

  /** A handler and the fields of its command which it understands. */
  record Entry(Handler handler, boolean writes, Set<String> fields) {}

  private final Catalog catalog;
  private final Map<String, Entry> entries = new HashMap<>();

  public Commands(Catalog catalog, InstantSource clock, Cursors cursors) {
    this.catalog = catalog;
    new Greetings(clock).register(this);
    new Reads(catalog, cursors).register(this);
    new Writes(catalog).register(this);
    new Administration(catalog, cursors).register(this);
  }

  void read(String name, Handler handler, String... fields) {
    entries.put(name, new Entry(handler, false, known(name, fields)));
  }

  void write(String name, Handler handler, String... fields) {
    entries.put(name, new Entry(handler, true, known(name, fields)));
  }

  private static Set<String> known(String name, String... fields) {
    Set<String> known = new HashSet<>(COMMON);
    known.add(name);
    known.addAll(List.of(fields));
    return known;
  }

  /**
   * The answer to one command. If it {@linkplain #writes(Document) writes}, then the answer, be it
   * a success or not, may be given only when all that it did and saw is durable.
   */
  public Document run(Scram.Session session, String database, Document command) {
    String name = name(command);
    refuseTransactions(command);
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new NoSuchCommandException(name);
    }
    if (!BEFORE_SIGN_IN.contains(name)) {
      session.requireSignIn(name);
    }
    if (!entry.fields().contains("*")) {
      Refusal.unknownFields(name, command, entry.fields());
    }
    checkConcerns(command);
    Supplier<Document> answer = () -> entry.handler().handle(session, database, command);
    if (entry.writes()) {
      catalog.journal().checkNotFailed();
    }
    return Deadline.within(number(command, "maxTimeMS"), answer);
  }

  /** Whether this command may change something. */
  public boolean writes(Document command) {
    Entry entry = command.isEmpty() ? null : entries.get(name(command));
    return entry != null && entry.writes();
  }

  private static String name(Document command) {
    return command.keySet().iterator().next();
  }

  private static void refuseTransactions(Document command) {
    for (String field : command.keySet()) {
      if (TRANSACTION.contains(field)) {
        throw new MongoServerError(
            20,
            "IllegalOperation",
            "Transaction numbers are only allowed on a replica set member or mongos");
      }
    }
  }

  private static void checkConcerns(Document command) {
    if (command.get("writeConcern") instanceof Document concern) {
      Object w = concern.get("w");
      if (w instanceof Number copies && copies.intValue() > 1) {
        throw Refusal.badValue("cannot use 'w' > 1 when a host is not replicated");
      }
      if (w instanceof String mode && !mode.equals("majority")) {
        throw new MongoServerError(
            79, "UnknownReplWriteConcern", "No write concern mode named '" + mode + "' found");
      }
    }
    if (command.get("readConcern") instanceof Document concern
        && concern.get("level") instanceof String level
        && !Set.of("local", "available", "majority").contains(level)) {
      throw Refusal.unsupported("read concern " + level);
    }
  }

  static String collectionName(Document command) {
    Object name = command.values().iterator().next();
    if (name instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new MongoServerError(
        73, "InvalidNamespace", "collection name has invalid type or is empty");
  }

  static Document document(Document command, String field) {
    Object value = command.get(field);
    if (value == null) {
      return new Document();
    }
    if (value instanceof Document document) {
      return document;
    }
    throw new MongoServerError(
        14, "TypeMismatch", "BSON field '" + field + "' is the wrong type, expected type 'object'");
  }

  static int number(Document command, String field) {
    return command.get(field) instanceof Number number
        ? Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE)
        : 0;
  }

  static Document ok() {
    return new Document("ok", 1.0);
  }
}
