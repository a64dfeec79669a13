package org.juxian.embeddedmongo.files;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of change that a journal and a snapshot hold. Each is idempotent: a put gives the whole
 * document and a delete the id, so that replaying a change over a state which has it already does
 * no harm.
 */
public enum Change {
  /** {db, name}: a collection begins. */
  CREATE(1),
  /** {}: a collection ends. */
  DROP(2),
  /** The description: an index begins. */
  INDEX(4),
  /** {name}: an index ends. */
  DROP_INDEX(5),
  /** The document. */
  PUT(6),
  /** {_id}. */
  DELETE(7),
  /** {}: a snapshot is whole. */
  END(8);

  final int code;

  Change(int code) {
    this.code = code;
  }

  static @Nullable Change of(int code) {
    for (Change change : values()) {
      if (change.code == code) {
        return change;
      }
    }
    return null;
  }
}
