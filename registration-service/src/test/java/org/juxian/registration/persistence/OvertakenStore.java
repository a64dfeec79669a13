package org.juxian.registration.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Cause;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.place.Registration;

/**
 * Registrations of which somebody else writes just before we do; with the guard of the version or,
 * to show what it is for, without.
 */
public class OvertakenStore extends RegistrationStore {

  private final Runnable other;
  private final boolean guarded;
  private boolean overtaken;

  public OvertakenStore(RegistrationStore same, Runnable other, boolean guarded) {
    super(same);
    this.other = other;
    this.guarded = guarded;
  }

  @Override
  public Written update(
      Saved before, Registration next, List<Outgoing> messages, @Nullable Cause cause) {
    if (!overtaken) {
      overtaken = true;
      other.run();
    }
    Written written = super.update(before, next, messages, cause);
    return guarded || written != Written.STALE
        ? written
        : super.update(
            find(before.registration().booking().id()).orElseThrow(), next, messages, cause);
  }
}
