package org.juxian.fair;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class FairServiceApplication {

  /** Starts with the given arguments; see {@code application.yaml}. */
  public static void main(String[] args) {
    SpringApplication.run(FairServiceApplication.class, args);
  }
}
