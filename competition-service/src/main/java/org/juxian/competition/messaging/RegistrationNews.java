package org.juxian.competition.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juxian.competition.organising.CompetitionChanges;
import org.juxian.competition.organising.Outcome;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.competition.schedule.Entry;
import org.juxian.platform.messaging.Incoming;
import org.juxian.platform.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes entries of registrations for our competitions, and withdraws them. */
@Configuration(proxyBeanMethods = false)
class RegistrationNews {

  /** Our reading of {@code registration.confirmed.v1} and {@code registration.cancelled.v1}. */
  record Registration(
      String registrationId,
      String personId,
      String personName,
      String eventId,
      String kind,
      @Nullable Team team) {

    record Team(String name, List<Member> members) {}

    record Member(String name, String phone) {}

    Entry entry(boolean entered, long sequence) {
      return new Entry(registrationId, personId, personName, teamOf(entered), entered, sequence);
    }

    /** Who withdrew has no members any more: nobody needs to know who they were. */
    private Entry.@Nullable Team teamOf(boolean entered) {
      return team == null
          ? null
          : new Entry.Team(
              team.name(),
              (entered ? team.members() : List.<Member>of())
                  .stream()
                      .map(member -> new Entry.Member(member.name(), member.phone()))
                      .toList());
    }
  }

  private final CompetitionChanges changes;

  RegistrationNews(CompetitionChanges changes) {
    this.changes = changes;
  }

  @Bean
  Subscription registrations() {
    return Subscription.to("juxian.registration")
        .on("registration.confirmed.v1", Registration.class, news -> learn(news, true))
        .on("registration.cancelled.v1", Registration.class, news -> learn(news, false));
  }

  private void learn(Incoming<Registration> news, boolean entered) {
    Registration registration = news.data();
    if (!registration.kind().equals("competition")) {
      return;
    }
    Entry entry = registration.entry(entered, news.sequence());
    Outcome outcome =
        changes.change(registration.eventId(), (competition, now) -> competition.learn(entry, now));
    if (outcome instanceof Outcome.Refused(CompetitionRefusal.Unknown())) {
      throw new org.juxian.platform.messaging.UnusableMessageException(
          "there is no such competition");
    }
  }
}
