package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.AggregateCollection;
import org.juxian.platform.messaging.Aggregates;
import org.juxian.platform.messaging.Change;
import org.juxian.platform.messaging.Stored;
import org.juxian.platform.messaging.Written;
import org.juxian.registration.invitation.Invitation;
import org.springframework.stereotype.Repository;

/** The invitations, one document each, in the collection {@code invitations}. */
@Repository
public class InvitationStore {

  /** An invitation as it is stored; public for the driver's record codec. */
  public record InvitationDocument(
      String eventId,
      String ticketTypeId,
      String code,
      int uses,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      Instant createdAt) {

    static InvitationDocument of(Invitation invitation) {
      return new InvitationDocument(
          invitation.eventId(),
          invitation.ticketTypeId(),
          invitation.code(),
          invitation.uses(),
          invitation.expiresAt(),
          invitation.revokedAt(),
          invitation.createdAt());
    }

    Invitation toInvitation(String id) {
      return new Invitation(id, eventId, ticketTypeId, code, uses, expiresAt, revokedAt, createdAt);
    }
  }

  private final AggregateCollection<InvitationDocument> invitations;

  InvitationStore(Aggregates aggregates) {
    this.invitations =
        aggregates
            .open("invitations", InvitationDocument.class)
            .withIndex(
                Indexes.ascending("state.eventId", "state.code"),
                new IndexOptions().name("code").unique(true))
            .withIndex(Indexes.ascending("state.eventId", "_id"), new IndexOptions().name("event"));
  }

  /** Keeps a new one. */
  public void insert(Invitation invitation) {
    invitations.insert(invitation.id(), Change.silent(InvitationDocument.of(invitation)), null);
  }

  /** The one with this code, whether it may be used or not. */
  public Optional<Invitation> find(String eventId, String code) {
    return invitations
        .find(and(eq("state.eventId", eventId), eq("state.code", code)), null, 1)
        .stream()
        .findFirst()
        .map(InvitationStore::invitation);
  }

  /** All of an event, oldest first. */
  public List<Invitation> ofEvent(String eventId, @Nullable String after, int limit) {
    Bson event = eq("state.eventId", eventId);
    return invitations
        .find(after == null ? event : and(event, gt("_id", after)), Sorts.ascending("_id"), limit)
        .stream()
        .map(InvitationStore::invitation)
        .toList();
  }

  /** Revokes it; empty if the event has none of this id. */
  public Optional<Invitation> revoke(String eventId, String id, Instant at) {
    while (true) {
      Optional<Stored<InvitationDocument>> found = invitations.find(id);
      if (found.isEmpty() || !found.get().state().eventId().equals(eventId)) {
        return Optional.empty();
      }
      Invitation revoked = invitation(found.get()).revoked(at);
      Change<InvitationDocument> change = Change.silent(InvitationDocument.of(revoked));
      if (invitations.update(found.get(), change, null) == Written.DONE) {
        return Optional.of(revoked);
      }
    }
  }

  private static Invitation invitation(Stored<InvitationDocument> stored) {
    return stored.state().toInvitation(stored.id());
  }
}
