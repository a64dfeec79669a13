package org.juxian.platform.service.web;

import org.juxian.platform.messaging.JsonTime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Answers write times as messages do. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(JsonTime.class)
class TimesAutoConfiguration {

  @Bean
  JsonMapperBuilderCustomizer timesWithOffset() {
    return builder -> builder.addModule(JsonTime.module());
  }
}
