package org.juxian.forum.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Announcement;
import org.juxian.event.Aspect;
import org.juxian.event.EventStatus;
import org.juxian.forum.agenda.Agenda;
import org.juxian.forum.agenda.Forum;
import org.juxian.forum.agenda.Session;
import org.juxian.forum.agenda.Speaker;
import org.juxian.forum.messaging.ForumMessages;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.values.Text;
import org.springframework.stereotype.Component;

/**
 * What this service knows about people: where they speak. The session of somebody who was forgotten
 * stays, with a speaker who has neither a name nor an account. It looks through all forums, because
 * nobody asks often.
 */
@Component
class SpeakerData implements PersonalData {

  private static final int PART = 200;
  private static final Text NOBODY = new Text("-", "-");

  private final ForumMessages messages = new ForumMessages();
  private final Forums forums;

  SpeakerData(Forums forums) {
    this.forums = forums;
  }

  @Override
  public Object export(String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (KeptForum kept : withSpeaker(personId)) {
      for (Session session : kept.forum().draft().sessions()) {
        session.speakers().stream()
            .filter(speaker -> personId.equals(speaker.personId()))
            .forEach(
                speaker ->
                    found.add(
                        Map.of("forumId", kept.id(), "session", session.title(), "as", speaker)));
      }
    }
    return Map.of("sessions", found);
  }

  @Override
  public void erase(String personId) {
    for (KeptForum first : withSpeaker(personId)) {
      Optional<KeptForum> kept = Optional.of(first);
      while (kept.isPresent()
          && !replaced(kept.get(), without(kept.get().forum(), personId), personId)) {
        kept = forums.find(first.id());
      }
    }
  }

  /** Others have copies of what people see: they hear of it, so that those lose the name too. */
  private boolean replaced(KeptForum before, Forum after, String personId) {
    boolean told =
        before.forum().event().status() == EventStatus.PUBLISHED
            && names(before.forum().released(), personId);
    return forums.replace(
        before,
        after,
        told
            ? messages.of(before.id(), after, new Announcement.Changed(Set.of(Aspect.SPEAKERS)))
            : List.of());
  }

  private List<KeptForum> withSpeaker(String personId) {
    List<KeptForum> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    List<Forums.Entry> part;
    do {
      part = forums.list(Optional.empty(), after, PART);
      for (Forums.Entry entry : part) {
        after = Optional.of(entry.id());
        forums.find(entry.id()).filter(kept -> names(kept.forum(), personId)).ifPresent(found::add);
      }
    } while (part.size() == PART);
    return found;
  }

  private static boolean names(Forum forum, String personId) {
    return names(forum.draft(), personId) || names(forum.released(), personId);
  }

  private static boolean names(@Nullable Agenda agenda, String personId) {
    return agenda != null
        && agenda.sessions().stream()
            .flatMap(session -> session.speakers().stream())
            .anyMatch(speaker -> personId.equals(speaker.personId()));
  }

  private static Forum without(Forum forum, String personId) {
    Agenda released = forum.released();
    return new Forum(
        forum.event(),
        without(forum.draft(), personId),
        released == null ? null : without(released, personId));
  }

  private static Agenda without(Agenda agenda, String personId) {
    return new Agenda(
        agenda.rooms(),
        agenda.sessions().stream()
            .map(
                session ->
                    new Session(
                        session.id(),
                        session.title(),
                        session.synopsis(),
                        session.roomId(),
                        session.period(),
                        session.speakers().stream()
                            .map(speaker -> without(speaker, personId))
                            .toList()))
            .toList());
  }

  private static Speaker without(Speaker speaker, String personId) {
    return personId.equals(speaker.personId()) ? new Speaker(NOBODY, null, null) : speaker;
  }
}
