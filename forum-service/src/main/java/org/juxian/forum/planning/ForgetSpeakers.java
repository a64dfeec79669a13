package org.juxian.forum.planning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventStatus;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Speaker;
import org.juxian.forum.messaging.ForumMessages;
import org.juxian.platform.messaging.Outgoing;
import org.springframework.stereotype.Component;

/**
 * Takes speakers out of a forum: one write, guarded by the version, which may be done twice. Others
 * have copies of what people see: they hear of it in that write, so that those lose the names too.
 */
@Component
class ForgetSpeakers {

  private final ForumMessages messages = new ForumMessages();
  private final Forums forums;

  ForgetSpeakers(Forums forums) {
    this.forums = forums;
  }

  /** Forgets these; says whether there was anybody to forget. */
  boolean in(String forumId, Predicate<Speaker> who) {
    Predicate<Speaker> known = who.and(speaker -> !speaker.equals(Speaker.FORGOTTEN));
    Optional<KeptForum> kept = forums.find(forumId);
    while (kept.isPresent() && kept.get().forum().hasSpeaker(known)) {
      Forum before = kept.get().forum();
      Forum after = before.forgetting(known);
      if (forums.replace(kept.get(), after, told(forumId, before, after))) {
        return true;
      }
      kept = forums.find(forumId);
    }
    return false;
  }

  private List<Outgoing> told(String forumId, Forum before, Forum after) {
    boolean seen =
        before.event().status() == EventStatus.PUBLISHED
            && !before.publicAgenda().equals(after.publicAgenda());
    return seen
        ? messages.of(forumId, after, new Announcement.Changed(Set.of(Aspect.SPEAKERS)))
        : List.of();
  }
}
