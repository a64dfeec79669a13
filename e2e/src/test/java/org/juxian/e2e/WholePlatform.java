package org.juxian.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.juxian.standalone.Platform;
import org.juxian.standalone.PlatformEvents;
import org.juxian.standalone.PlatformOptions;

/**
 * Gives tests the platform as processes of this machine, started once for all that ask for it, and
 * ended after the last of them. Its data and logs stay in {@code target/platform} until the next
 * run.
 */
public final class WholePlatform implements ParameterResolver {

  private static final Path DATA = Path.of("target/platform");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(WholePlatform.class))
        .computeIfAbsent(Platform.class, key -> start(), Platform.class);
  }

  private static Platform start() {
    try {
      clear(DATA);
      return Platform.start(PlatformOptions.temporary(DATA), PlatformEvents.QUIET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException("The platform did not start: " + e.getMessage(), e);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
