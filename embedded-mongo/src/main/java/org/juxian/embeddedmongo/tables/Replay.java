package org.juxian.embeddedmongo.tables;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.juxian.embeddedmongo.files.Change;
import org.juxian.embeddedmongo.files.Contents;
import org.juxian.embeddedmongo.values.Bytes;

/**
 * Puts the changes that the files hold back into a catalog. The indexes come last, each built anew
 * over all documents, so that none can lack one.
 */
final class Replay implements Contents.Restoring {
  private final Catalog catalog;
  private final boolean salvaging;
  private final Map<Integer, Map<String, IndexSpec>> indexes = new HashMap<>();

  Replay(Catalog catalog, boolean salvaging) {
    this.catalog = catalog;
    this.salvaging = salvaging;
  }

  @Override
  public void add(Change change, int number, byte[] bson) {
    switch (change) {
      case CREATE -> {
        if (catalog.byNumber(number) == null) {
          Document name = Bytes.decode(bson);
          catalog.restoreTable(number, text(name, "db"), text(name, "name"));
        }
      }
      case DROP -> {
        Table table = catalog.byNumber(number);
        if (table != null) {
          catalog.restoreDrop(table);
          indexes.remove(number);
        }
      }
      case INDEX -> {
        IndexSpec spec = IndexSpec.parse(Bytes.decode(bson));
        indexes.computeIfAbsent(number, _ -> new LinkedHashMap<>()).put(spec.name(), spec);
      }
      case DROP_INDEX ->
          indexes.getOrDefault(number, new HashMap<>()).remove(text(Bytes.decode(bson), "name"));
      case PUT -> table(number).restorePut(bson);
      case DELETE -> table(number).restoreDelete(bson);
      case END -> {}
    }
  }

  @Override
  public long finish() {
    long dropped = 0;
    for (Map.Entry<Integer, Map<String, IndexSpec>> entry : indexes.entrySet()) {
      Table table = table(entry.getKey());
      if (salvaging) {
        for (IndexSpec spec : entry.getValue().values()) {
          dropped += table.removeClashes(spec);
          table.restoreIndexes(List.of(spec));
        }
      } else {
        build(table, entry.getValue());
      }
    }
    return dropped;
  }

  private static void build(Table table, Map<String, IndexSpec> specs) {
    try {
      table.restoreIndexes(specs.values());
    } catch (DuplicateKey e) {
      throw new Contents.Contradiction(
          "breaks a unique index (" + e.getMessageWithoutErrorCode() + ")");
    }
  }

  private Table table(int number) {
    Table table = catalog.byNumber(number);
    if (table == null && salvaging) {
      // its beginning was lost; its documents need not be
      table = catalog.restoreTable(number, "recovered", "collection-" + number);
    }
    if (table == null) {
      throw new Contents.Contradiction(
          "speaks of a collection " + number + " that it never created");
    }
    return table;
  }

  private static String text(Document document, String field) {
    return (String) Objects.requireNonNull(document.get(field));
  }
}
