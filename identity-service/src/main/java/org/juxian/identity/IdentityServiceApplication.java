package org.juxian.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Knows people and organisations, signs them in, and signs their tokens. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class IdentityServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(IdentityServiceApplication.class, arguments);
  }
}
