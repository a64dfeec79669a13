package org.juxian.platform.service.operations;

import org.juxian.platform.messaging.DeadLetters;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Gives every service that listens the operator's endpoints. */
@AutoConfiguration(afterName = "org.juxian.platform.messaging.MessagingAutoConfiguration")
@ConditionalOnClass(DeadLetters.class)
class OperationsAutoConfiguration {

  @Bean
  DeadLetterController deadLetterController(DeadLetters deadLetters) {
    return new DeadLetterController(deadLetters);
  }
}
