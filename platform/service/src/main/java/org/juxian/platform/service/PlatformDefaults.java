package org.juxian.platform.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Adds {@code juxian-platform.yaml} below everything else that configures a service. */
class PlatformDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      new YamlPropertySourceLoader()
          .load("juxian-platform", new ClassPathResource("juxian-platform.yaml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
