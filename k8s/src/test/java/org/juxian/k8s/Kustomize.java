package org.juxian.k8s;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders a folder of manifests as {@code kubectl kustomize} does, once for all tests. */
final class Kustomize {

  private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

  private Kustomize() {}

  /** The rendered YAML. Where there is no kubectl, the test that asks is skipped. */
  static String render(String folder) {
    assumeTrue(kubectlIsThere(), "kubectl is not on the PATH: the manifests were not rendered");
    return RENDERED.computeIfAbsent(folder, Kustomize::run);
  }

  private static String run(String folder) {
    try {
      Process kubectl =
          new ProcessBuilder("kubectl", "kustomize", Repository.path("k8s/" + folder).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (kubectl.waitFor() != 0) {
        throw new AssertionError("kubectl kustomize " + folder + " failed");
      }
      return yaml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean kubectlIsThere() {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, "kubectl"))) {
        return true;
      }
    }
    return false;
  }
}
