package org.juxian.bench.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** PostgreSQL with the document as jsonb beside the columns that are searched. */
final class PostgresTarget implements Target {
  private static final int CONNECTIONS = 16;

  private final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
  private int count;

  /** One connection and its prepared statements. */
  private record Session(
      Connection connection,
      PreparedStatement insert,
      PreparedStatement byId,
      PreparedStatement byEvent,
      PreparedStatement modify) {
    static Session open(String url) throws SQLException {
      Connection connection = DriverManager.getConnection(url);
      return new Session(
          connection,
          connection.prepareStatement("insert into documents values (?, 1, ?, ?, ?::jsonb)"),
          connection.prepareStatement("select * from documents where id = ?"),
          connection.prepareStatement(
              "select * from documents where event = ? order by at limit 20"),
          connection.prepareStatement(
              "update documents set version = version + 1 where id = ? and event = ? returning *"));
    }

    void execute(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  PostgresTarget(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(
          "create table documents (id int primary key, version int, event int, at int, state jsonb)");
      statement.execute("create index on documents (event, at)");
    }
    for (int i = 0; i < CONNECTIONS; i++) {
      sessions.add(Session.open(url));
    }
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  /** What is done with a session. */
  private interface Work {
    void run(Session session) throws SQLException;
  }

  private void with(Work work) throws Exception {
    Session session = sessions.take();
    try {
      work.run(session);
    } finally {
      sessions.add(session);
    }
  }

  @Override
  public void load(int newCount) throws Exception {
    count = newCount;
    with(
        session -> {
          session.execute("truncate documents");
          session.connection().setAutoCommit(false);
          for (int id = 0; id < count; id++) {
            fill(session.insert(), id);
            session.insert().addBatch();
            if (id % 1_000 == 999) {
              session.insert().executeBatch();
              session.connection().commit();
            }
          }
          session.insert().executeBatch();
          session.connection().commit();
          session.connection().setAutoCommit(true);
          session.execute("analyze documents");
        });
  }

  private void fill(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    insert.setInt(2, Target.eventOf(id, count));
    insert.setInt(3, id);
    insert.setString(4, "{\"text\": \"" + FILLER + "\", \"n\": " + id + "}");
  }

  @Override
  public void insert(int id) throws Exception {
    with(
        session -> {
          fill(session.insert(), id);
          session.insert().executeUpdate();
        });
  }

  @Override
  public void takeOutInserted() throws Exception {
    with(session -> session.execute("delete from documents where id >= " + count));
  }

  @Override
  public void findById(int id) throws Exception {
    with(
        session -> {
          session.byId().setInt(1, id);
          expect(session.byId(), 1);
        });
  }

  @Override
  public void findByIndex(int event) throws Exception {
    with(
        session -> {
          session.byEvent().setInt(1, event);
          expect(session.byEvent(), 20);
        });
  }

  @Override
  public void modify(int id, int event) throws Exception {
    with(
        session -> {
          session.modify().setInt(1, id);
          session.modify().setInt(2, event);
          expect(session.modify(), 1);
        });
  }

  private static void expect(PreparedStatement statement, int rows) throws SQLException {
    int found = 0;
    try (ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        results.getString(5);
        found++;
      }
    }
    if (found != rows) {
      throw new IllegalStateException("found " + found + " rows instead of " + rows);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Session session : sessions) {
      session.connection().close();
    }
  }
}
