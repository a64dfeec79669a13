package org.juxian.event;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;

/**
 * An event and its life: draft, published, cancelled. Each wish to change it is answered with a
 * decision; the event itself never changes.
 *
 * @param publishedAt when people first saw it; null if they never did
 * @param cancellationReason what people were told when it was cancelled, if anything
 */
public record PublicEvent(
    EventStatus status,
    EventDetails details,
    @Nullable Instant publishedAt,
    @Nullable Text cancellationReason) {

  /** A new event, which only its organisers see. */
  public static Decision draft(EventDetails details) {
    List<Fault> faults = EventRules.always(details);
    return faults.isEmpty()
        ? accepted(
            new PublicEvent(EventStatus.DRAFT, details, null, null), new Announcement.Nothing())
        : refused(faults);
  }

  /**
   * Other details.
   *
   * @param own what else changed, in the part that only its owner knows
   */
  public Decision edit(EventDetails after, Set<Aspect> own, Instant now) {
    if (status == EventStatus.CANCELLED) {
      return new Decision.Refused(new Refusal.Cancelled());
    }
    if (isOver(now)) {
      return new Decision.Refused(new Refusal.Over());
    }
    List<Fault> faults = EventRules.toChange(status, details, after, now);
    if (!faults.isEmpty()) {
      return refused(faults);
    }
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    changed.addAll(Aspect.between(details, after));
    changed.addAll(own);
    PublicEvent edited = new PublicEvent(status, after, publishedAt, cancellationReason);
    return status == EventStatus.PUBLISHED && !changed.isEmpty()
        ? accepted(edited, new Announcement.Changed(changed))
        : accepted(edited, new Announcement.Nothing());
  }

  /** Opens a draft to the public. */
  public Decision publish(Instant now) {
    return switch (status) {
      case CANCELLED -> new Decision.Refused(new Refusal.Cancelled());
      case PUBLISHED -> new Decision.Refused(new Refusal.AlreadyPublished());
      case DRAFT -> {
        List<Fault> faults = EventRules.toPublish(details, now);
        yield faults.isEmpty()
            ? accepted(
                new PublicEvent(EventStatus.PUBLISHED, details, now, null),
                new Announcement.Published())
            : refused(faults);
      }
    };
  }

  /** Calls it off, for ever. Others are told if they knew of it. */
  public Decision cancel(@Nullable Text reason, Instant now) {
    if (status == EventStatus.CANCELLED) {
      return new Decision.Refused(new Refusal.Cancelled());
    }
    if (isOver(now)) {
      return new Decision.Refused(new Refusal.Over());
    }
    return accepted(
        new PublicEvent(EventStatus.CANCELLED, details, publishedAt, reason),
        wasPublished() ? new Announcement.Cancelled(reason) : new Announcement.Nothing());
  }

  /** Whether people may know of it: it is, or once was, published. */
  public boolean wasPublished() {
    return publishedAt != null;
  }

  /** Whether it has taken place. */
  public boolean isOver(Instant now) {
    return status == EventStatus.PUBLISHED && details.period().isOverAt(now);
  }

  private static Decision accepted(PublicEvent event, Announcement announcement) {
    return new Decision.Accepted(event, announcement);
  }

  private static Decision refused(List<Fault> faults) {
    return new Decision.Refused(new Refusal.Invalid(faults));
  }
}
