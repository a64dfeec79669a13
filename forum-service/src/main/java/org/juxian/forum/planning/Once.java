package org.juxian.forum.planning;

/** Remembers what needs to be done once in the life of a database. */
public interface Once {

  boolean isDone(String what);

  void done(String what);
}
