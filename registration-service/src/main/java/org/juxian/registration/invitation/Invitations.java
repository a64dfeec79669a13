package org.juxian.registration.invitation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Ids;
import org.juxian.registration.persistence.InvitationStore;
import org.juxian.registration.persistence.TakenNumbers;
import org.springframework.stereotype.Service;

/** Makes and revokes invitations. */
@Service
public class Invitations {

  private final InvitationStore store;
  private final TakenNumbers taken;
  private final Ids ids;
  private final InstantSource clock;
  private final Codes codes = new Codes();

  Invitations(InvitationStore store, TakenNumbers taken, Ids ids, InstantSource clock) {
    this.store = store;
    this.taken = taken;
    this.ids = ids;
    this.clock = clock;
  }

  public Invitation make(String eventId, String ticketTypeId, int uses, Instant expiresAt) {
    Invitation made =
        new Invitation(
            ids.next(), eventId, ticketTypeId, codes.next(), uses, expiresAt, null, now());
    store.insert(made);
    return made;
  }

  /** All of an event, oldest first. */
  public List<Invitation> ofEvent(String eventId, @Nullable String after, int limit) {
    return store.ofEvent(eventId, after, limit);
  }

  /** Nobody can use it any more; empty if the event has none of this id. */
  public Optional<Invitation> revoke(String eventId, String id) {
    return store.revoke(eventId, id, now());
  }

  /** How many places are held by it now. */
  public int used(Invitation invitation) {
    return taken.uses(invitation.eventId(), invitation.id(), invitation.uses());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
