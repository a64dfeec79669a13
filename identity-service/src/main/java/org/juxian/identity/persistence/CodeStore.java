package org.juxian.identity.persistence;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.juxian.identity.code.AddressCodes;
import org.juxian.identity.code.Quota;
import org.juxian.identity.person.Address;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.DuplicateException;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.springframework.stereotype.Repository;

/**
 * The one-time codes, in the collection {@code codes}: one document for each address, so that its
 * code, its tries and its limits change together.
 */
@Repository
public class CodeStore {

  private final AggregateCollection<CodeDocument> codes;

  CodeStore(Aggregates aggregates) {
    this.codes =
        aggregates
            .open("codes", CodeDocument.class)
            .withIndex(
                Indexes.ascending("state.forgetAt"),
                new IndexOptions().name("forget").expireAfter(0L, TimeUnit.SECONDS));
  }

  /** Names an address without telling it: the document's id, and the key of its messages. */
  public static String nameOf(Address address) {
    return Hashes.nameOf(address.value());
  }

  public Optional<Stored<AddressCodes>> find(Address address) {
    return codes
        .find(nameOf(address))
        .map(found -> new Stored<>(found.id(), found.version(), found.state().codes()));
  }

  /** Stores a decision, if nobody stored another since; a first one if there was none. */
  public boolean store(
      Address address,
      @Nullable Stored<AddressCodes> before,
      AddressCodes after,
      Instant now,
      Outgoing... messages) {
    Instant forgetAt = now.plus(Quota.OF_ADDRESS.longest()).plus(1, ChronoUnit.HOURS);
    Change<CodeDocument> change = Change.telling(CodeDocument.of(after, forgetAt), messages);
    if (before != null) {
      Stored<CodeDocument> stored =
          new Stored<>(before.id(), before.version(), CodeDocument.of(before.state(), forgetAt));
      return codes.update(stored, change, null) == Written.DONE;
    }
    try {
      codes.insert(nameOf(address), change, null);
      return true;
    } catch (DuplicateException anotherWasFirst) {
      return false;
    }
  }
}
