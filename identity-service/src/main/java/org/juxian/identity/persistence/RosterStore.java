package org.juxian.identity.persistence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/**
 * The roster of administrators: one document, in the collection {@code rosters}, so that "there is
 * always one" is an invariant of one document.
 */
@Repository
public class RosterStore {

  private static final String ID = "administrators";

  private final AggregateCollection<RosterDocument> rosters;

  RosterStore(Aggregates aggregates) {
    this.rosters = aggregates.open("rosters", RosterDocument.class);
  }

  public Optional<Stored<RosterDocument>> find() {
    return rosters.find(ID);
  }

  /** Stores it, if nobody else did since {@code before} was read. */
  public boolean store(@Nullable Stored<RosterDocument> before, RosterDocument after) {
    Change<RosterDocument> change = Change.silent(after);
    if (before != null) {
      return rosters.update(before, change, null) == Written.DONE;
    }
    try {
      rosters.insert(ID, change, null);
      return true;
    } catch (DuplicateException anotherWasFirst) {
      return false;
    }
  }
}
