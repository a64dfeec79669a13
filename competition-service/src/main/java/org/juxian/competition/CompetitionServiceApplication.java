package org.juxian.competition;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class CompetitionServiceApplication {

  /** Starts with the given arguments; see {@code application.yaml}. */
  public static void main(String[] args) {
    SpringApplication.run(CompetitionServiceApplication.class, args);
  }
}
