package org.juxian.registration.organising;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where rows are written to, one after the other; nothing of them is kept. */
interface Sheet extends Closeable {

  /** Writes a row of texts and numbers. */
  void row(List<Object> cells) throws IOException;

  /** Hands on what was written so far. */
  void flush() throws IOException;
}
