package org.juxian.forum.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.juxian.forum.agenda.Session;
import org.juxian.platform.messaging.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What this service knows about people: where they speak. The session of somebody who was forgotten
 * stays, with a speaker who has neither a name nor an account. It looks through all forums, because
 * nobody asks often.
 */
@Component
class SpeakerData implements PersonalData {

  private final Forums forums;
  private final ForgetSpeakers forgetting;

  SpeakerData(Forums forums, ForgetSpeakers forgetting) {
    this.forums = forums;
    this.forgetting = forgetting;
  }

  @Override
  public Object export(String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (String id : ids()) {
      forums.find(id).ifPresent(kept -> found.addAll(sessions(kept, personId)));
    }
    return Map.of("sessions", found);
  }

  private static List<Map<String, Object>> sessions(KeptForum kept, String personId) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Session session : kept.forum().draft().sessions()) {
      session.speakers().stream()
          .filter(speaker -> personId.equals(speaker.personId()))
          .forEach(
              speaker ->
                  found.add(
                      Map.of("forumId", kept.id(), "session", session.title(), "as", speaker)));
    }
    return found;
  }

  @Override
  public void erase(String personId) {
    for (String id : ids()) {
      forgetting.in(id, speaker -> personId.equals(speaker.personId()));
    }
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    forums.all().forEach(one -> ids.add(one.id()));
    return ids;
  }
}
