package org.juxian.competition.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.competition.diary.Aliases;
import org.juxian.platform.messaging.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns people's numbers, by which members of teams are known. */
@Configuration(proxyBeanMethods = false)
class PersonNews {

  /** Our reading of {@code identity.person-changed.v1}. */
  record Person(String personId, @Nullable String phone) {}

  @Bean
  Subscription people(Aliases aliases) {
    return Subscription.to("juxian.identity")
        .on(
            "identity.person-changed.v1",
            Person.class,
            news -> {
              String phone = news.data().phone();
              aliases.know(news.data().personId(), news.sequence(), phone == null ? "" : phone);
            });
  }
}
