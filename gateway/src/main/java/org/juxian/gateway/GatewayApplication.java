package org.juxian.gateway;

import java.time.InstantSource;
import org.juxian.platform.service.security.SecurityAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The gateway. It is no resource server: each service checks the tokens itself. */
@SpringBootApplication(exclude = SecurityAutoConfiguration.class)
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Starts the gateway. */
  public static void main(String[] arguments) {
    SpringApplication.run(GatewayApplication.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
