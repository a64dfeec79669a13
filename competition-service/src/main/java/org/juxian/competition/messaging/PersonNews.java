package org.juxian.competition.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.competition.diary.Aliases;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Learns people's numbers, by which members of teams are known. Whoever is forgotten leaves their
 * teams before the number goes: afterwards nobody could tell which they were in.
 */
@Configuration(proxyBeanMethods = false)
class PersonNews {

  /** Our reading of {@code identity.person-changed.v1}. */
  record Person(String personId, @Nullable String phone, @Nullable Boolean forgotten) {

    /** Whether they were forgotten there. */
    boolean isForgotten() {
      return Boolean.TRUE.equals(forgotten);
    }
  }

  @Bean
  Subscription people(Aliases aliases, PersonalData data) {
    return Subscription.to("juxian.identity")
        .on(
            "identity.person-changed.v1",
            Person.class,
            news -> {
              if (news.data().isForgotten()) {
                data.erase(news.data().personId());
              }
              String phone = news.data().phone();
              aliases.know(news.data().personId(), news.sequence(), phone == null ? "" : phone);
            });
  }
}
