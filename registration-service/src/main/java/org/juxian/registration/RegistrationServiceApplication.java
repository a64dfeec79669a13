package org.juxian.registration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RegistrationServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(RegistrationServiceApplication.class, arguments);
  }
}
