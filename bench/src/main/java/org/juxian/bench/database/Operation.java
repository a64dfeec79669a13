package org.juxian.bench.database;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of work that are measured, each on a document chosen by chance. */
enum Operation {
  INSERT("durable insert"),
  FIND_BY_ID("find by id"),
  FIND_BY_INDEX("find 20 by secondary index, sorted"),
  MODIFY("find and modify, with one more condition");

  private static final AtomicInteger NEXT_ID = new AtomicInteger(1 << 24);

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Does it once, on a target with so many documents. */
  void run(Target target, int documents, Random random) throws Exception {
    int id = random.nextInt(documents);
    switch (this) {
      case INSERT -> target.insert(NEXT_ID.getAndIncrement());
      case FIND_BY_ID -> target.findById(id);
      case FIND_BY_INDEX -> target.findByIndex(Target.eventOf(id, documents));
      case MODIFY -> target.modify(id, Target.eventOf(id, documents));
    }
  }
}
