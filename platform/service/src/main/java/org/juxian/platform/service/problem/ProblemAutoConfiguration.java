package org.juxian.platform.service.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Answers problems in one shape everywhere. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
class ProblemAutoConfiguration {

  private final ProblemTexts texts = new ProblemTexts();

  @Bean
  ProblemHandler problemHandler() {
    return new ProblemHandler(texts);
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(texts, json);
  }

  /** For services that keep state. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "com.mongodb.MongoException")
  static class WithDatabase {

    @Bean
    DatabaseProblems databaseProblems() {
      return new DatabaseProblems(new ProblemTexts());
    }
  }
}
