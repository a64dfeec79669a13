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
import org.juxian.bench.TokenMint;
import org.juxian.standalone.Platform;
import org.juxian.standalone.PlatformEvents;
import org.juxian.standalone.PlatformOptions;

/**
 * Gives tests the platform as processes of this machine, and who signs its tokens; started once for
 * all that ask for it, and ended after the last of them. Its data and logs stay in {@code
 * target/platform} until the next run.
 */
public final class WholePlatform implements ParameterResolver {

  private static final Path DATA = Path.of("target/platform");

  /** What a killed notification-service had in hand is taken up again so soon. */
  private static final String CLAIM = "10s";

  private record Running(Platform platform, TokenMint tokens) implements AutoCloseable {

    @Override
    public void close() {
      platform.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Platform.class || type == TokenMint.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(WholePlatform.class))
            .computeIfAbsent(Running.class, key -> start(), Running.class);
    return parameter.getParameter().getType() == TokenMint.class
        ? running.tokens()
        : running.platform();
  }

  private static Running start() {
    try {
      clear(DATA);
      PlatformOptions options =
          PlatformOptions.temporary(DATA).with("JUXIAN_DELIVERY_CLAIM", CLAIM);
      TokenMint tokens = TokenMint.issuing(options.address());
      options = options.with("JUXIAN_SIGNING_KEY", tokens.signingKey());
      return new Running(Platform.start(options, PlatformEvents.QUIET), tokens);
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
