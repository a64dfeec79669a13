package org.juxian.event.messaging;

import java.util.List;
import org.juxian.event.Announcement;
import org.juxian.event.EventDetails;
import org.juxian.event.EventKind;
import org.juxian.platform.messaging.Outgoing;

/** Words announcements of one kind of event as messages on its owner's topic. */
public final class EventMessages {

  private final EventKind kind;

  /** For the events of one kind. */
  public EventMessages(EventKind kind) {
    this.kind = kind;
  }

  /** What goes out, to be stored in the same write as the event: at most one message. */
  public List<Outgoing> of(String eventId, EventDetails details, Announcement announcement) {
    return switch (announcement) {
      case Announcement.Nothing() -> List.of();
      case Announcement.Published() ->
          message("published", eventId, EventPublished.of(kind, eventId, details));
      case Announcement.Changed(var aspects) ->
          message("changed", eventId, EventChanged.of(kind, eventId, details, aspects));
      case Announcement.Cancelled(var reason) ->
          message(
              "cancelled",
              eventId,
              new EventCancelled(eventId, details.organisationId(), details.title(), reason));
    };
  }

  /** Any other message of the same owner, kept in order with those of its event. */
  public Outgoing about(String eventId, String name, Object data) {
    return new Outgoing(kind.topic(), kind.wireName() + "." + name + ".v1", eventId, data);
  }

  private List<Outgoing> message(String name, String eventId, Object data) {
    return List.of(about(eventId, name, data));
  }
}
