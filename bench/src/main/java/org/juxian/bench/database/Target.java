package org.juxian.bench.database;

import java.sql.SQLException;

/**
 * A database under measurement, filled with documents 0 to n - 1. One object serves many threads.
 */
interface Target extends AutoCloseable {

  /** However many documents there are, so many belong to each event. */
  int EVENT_SIZE = 50;

  /** Text that makes a document about 300 bytes. */
  String FILLER = "a place at the annual meeting, with a name, a number and remarks. ".repeat(3);

  String name();

  /** Fills in documents 0 to count - 1, and nothing else. */
  void load(int count) throws Exception;

  /** Stores a document beyond those that were loaded; it is durable before this returns. */
  void insert(int id) throws Exception;

  /** Takes out what was inserted since it was loaded. */
  void takeOutInserted() throws Exception;

  void findById(int id) throws Exception;

  /** The first twenty of one event, in order of time. */
  void findByIndex(int event) throws Exception;

  /** Adds one to the version of a document if it belongs to the event. */
  void modify(int id, int event) throws Exception;

  @Override
  void close() throws SQLException;

  static int eventOf(int id, int count) {
    return id % (count / EVENT_SIZE);
  }
}
