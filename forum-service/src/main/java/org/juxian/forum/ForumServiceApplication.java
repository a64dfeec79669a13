package org.juxian.forum;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ForumServiceApplication {

  /** Starts with the given arguments; see {@code application.yaml}. */
  public static void main(String[] args) {
    SpringApplication.run(ForumServiceApplication.class, args);
  }
}
