package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.juxian.embeddedmongo.EmbeddedMongo;
import org.juxian.embeddedmongo.Options;
import org.juxian.embeddedmongo.files.Log;
import org.juxian.embeddedmongo.files.Store;
import org.juxian.embeddedmongo.files.StoreException;
import org.juxian.embeddedmongo.tables.Catalog;
import org.juxian.embeddedmongo.tables.IndexSpec;
import org.juxian.embeddedmongo.tables.Table;

/**
 * Not a test: fills a folder with documents of about 250 bytes and four indexes, then opens it
 * again, and says how long each took, how large files and heap are. Arguments: a folder that is not
 * there yet, the number of documents.
 */
final class RestartMeasurement {
  private RestartMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int documents = Integer.parseInt(arguments[1]);
    if (!Files.exists(folder)) {
      fill(folder, documents);
    }
    for (String indexed : new String[] {"with four indexes", "again"}) {
      long start = System.nanoTime();
      try (EmbeddedMongo server = EmbeddedMongo.open(Options.in(folder))) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
            "opened %s in %,d ms on port %d; heap in use %,d MB; files %,d MB%n",
            indexed,
            millis,
            server.port(),
            (runtime.totalMemory() - runtime.freeMemory()) >> 20,
            size(folder) >> 20);
      }
    }
  }

  private static void fill(Path folder, int documents) {
    Catalog catalog = new Catalog();
    try (Store store = Store.open(folder, catalog, Log.Acknowledgement.AFTER_FSYNC)) {
      Table table = catalog.create("db", "documents");
      Statements collection = new Statements(table);
      for (int i = 0; i < documents; i++) {
        collection.insert(document(i));
        if (i % 10_000 == 0) {
          catalog.journal().awaitDurable();
        }
      }
      catalog.journal().awaitDurable();
      for (String key : new String[] {"owner", "at", "number", "place"}) {
        long start = System.nanoTime();
        Document index = new Document("name", key).append("key", new Document(key, 1));
        catalog.createIndex(table, IndexSpec.parse(index.append("unique", key.equals("number"))));
        System.out.printf("index on %s: %,d ms%n", key, (System.nanoTime() - start) / 1_000_000);
      }
      long start = System.nanoTime();
      store.compact();
      System.out.printf("snapshot: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
    } catch (IOException e) {
      throw new StoreException("The snapshot could not be written: " + e, e);
    }
  }

  private static Document document(int i) {
    return new Document("_id", "%032x".formatted(i * 2_654_435_761L))
        .append("owner", "owner-" + i % 5_000)
        .append("at", Instant.ofEpochMilli(1_700_000_000_000L + i))
        .append("number", i)
        .append("place", "place-" + i % 100)
        .append("text", "x".repeat(100));
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
