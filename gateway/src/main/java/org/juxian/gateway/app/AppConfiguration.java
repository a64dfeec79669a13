package org.juxian.gateway.app;

import java.nio.file.Path;
import java.util.Map;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the web app behind everything else. */
@Configuration(proxyBeanMethods = false)
class AppConfiguration {

  @Bean
  SimpleUrlHandlerMapping webAppMapping(AppSettings settings, ProblemWriter problems) {
    AppFolder folder =
        settings.folder().isBlank() ? null : new AppFolder(Path.of(settings.folder().strip()));
    return new SimpleUrlHandlerMapping(
        Map.of("/**", new WebApp(folder, problems)), Ordered.LOWEST_PRECEDENCE);
  }
}
