package org.juxian.embeddedmongo.search;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.embeddedmongo.language.Filter;
import org.juxian.embeddedmongo.tables.Deadline;
import org.juxian.embeddedmongo.tables.OrderedIndex;
import org.juxian.embeddedmongo.tables.Row;
import org.juxian.embeddedmongo.tables.Table;
import org.juxian.embeddedmongo.values.Bytes;

/**
 * Reads the candidates of one or more plans and gives those that match, each once. Takes the
 * collection's lock for one chunk at a time, so that a long search holds no writer up; what is
 * written between two chunks may or may not be seen, as in MongoDB.
 */
public final class Scan implements Iterator<Scan.Hit> {
  private static final int FIRST_CHUNK = 16;
  private static final int LARGEST_CHUNK = 1_024;

  /** A document that matched, the row which holds it, and its size in bytes. */
  public record Hit(Row row, Document document, int size) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(Row row, byte[] bson) {}

  private final Iterator<Plan> plans;
  private final Filter filter;
  private final Table table;
  private final Deque<Candidate> chunk = new ArrayDeque<>();
  private final @Nullable Set<Row> seen;
  private Plan plan;
  private int chunkSize = FIRST_CHUNK;
  private int interval;
  private byte @Nullable [] lastKey;
  private Row lastRow;
  private boolean exhausted;
  private @Nullable Hit ahead;
  private long documentsExamined;

  Scan(List<Plan> plans, Filter filter, Table table) {
    this.plans = plans.iterator();
    this.filter = filter;
    this.table = table;
    boolean repeats =
        plans.size() > 1
            || plans.stream()
                .anyMatch(each -> each.index() != null && each.index().arrayFields() != 0);
    this.seen = repeats ? new HashSet<>() : null;
    this.plan = this.plans.next();
    begin();
  }

  private void begin() {
    interval = plan.forward() ? 0 : plan.intervals().size() - 1;
    lastRow = table.rows().start();
    lastKey = null;
    exhausted = false;
  }

  long documentsExamined() {
    return documentsExamined;
  }

  @Override
  public boolean hasNext() {
    while (ahead == null) {
      if (chunk.isEmpty()) {
        if (exhausted && !plans.hasNext()) {
          return false;
        }
        if (exhausted) {
          plan = plans.next();
          begin();
        }
        fill();
        continue;
      }
      Candidate candidate = chunk.removeFirst();
      if (seen != null && !seen.add(candidate.row())) {
        continue;
      }
      documentsExamined++;
      Document document = Bytes.decode(candidate.bson());
      if (filter.matches(document)) {
        ahead = new Hit(candidate.row(), document, candidate.bson().length);
      }
    }
    return true;
  }

  @Override
  public Hit next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    Hit hit = ahead;
    ahead = null;
    return hit;
  }

  private void fill() {
    Deadline.check();
    OrderedIndex index = plan.index();
    exhausted = table.reading(() -> index == null ? fillFromRows() : fillFromIndex(index));
    chunkSize = Math.min(LARGEST_CHUNK, chunkSize * 4);
  }

  private boolean fillFromRows() {
    List<Row> found = table.rows().after(lastRow, chunkSize);
    for (Row row : found) {
      lastRow = row;
      offer(row);
    }
    return found.size() < chunkSize;
  }

  private boolean fillFromIndex(OrderedIndex index) {
    while (interval >= 0 && interval < plan.intervals().size()) {
      for (Map.Entry<byte[], Row> entry : rest(index).entrySet()) {
        if (chunk.size() >= chunkSize) {
          return false;
        }
        lastKey = entry.getKey();
        offer(entry.getValue());
      }
      lastKey = null;
      interval += plan.forward() ? 1 : -1;
    }
    return true;
  }

  private NavigableMap<byte[], Row> rest(OrderedIndex index) {
    NavigableMap<byte[], Row> all = index.within(plan.intervals().get(interval));
    if (plan.forward()) {
      return lastKey == null ? all : all.tailMap(lastKey, false);
    }
    return lastKey == null ? all.descendingMap() : all.headMap(lastKey, false).descendingMap();
  }

  private void offer(Row row) {
    byte[] bson = row.bson();
    if (bson != null) {
      chunk.addLast(new Candidate(row, bson));
    }
  }
}
