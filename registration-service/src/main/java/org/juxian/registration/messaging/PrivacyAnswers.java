package org.juxian.registration.messaging;

import org.jspecify.annotations.Nullable;
import org.juxian.platform.messaging.Incoming;
import org.juxian.platform.messaging.Subscription;
import org.juxian.registration.privacy.Wishes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Hears from every service that it has done what a person wants. */
@Configuration(proxyBeanMethods = false)
class PrivacyAnswers {

  /** Our reading of {@code privacy.answered.v1}. */
  record Answered(String requestId, String service, @Nullable JsonNode data) {}

  private final Wishes wishes;

  PrivacyAnswers(Wishes wishes) {
    this.wishes = wishes;
  }

  @Bean
  Subscription answersOfServices() {
    return Subscription.to(PrivacyMessages.TOPIC)
        .on("privacy.answered.v1", Answered.class, this::answered);
  }

  private void answered(Incoming<Answered> message) {
    Answered answer = message.data();
    JsonNode data = answer.data();
    wishes.answered(answer.requestId(), answer.service(), data == null ? null : data.toString());
  }
}
