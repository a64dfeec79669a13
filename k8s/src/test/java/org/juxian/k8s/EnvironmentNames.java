package org.juxian.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that a service reads, found where it and the modules under it say so:
 * as {@code ${NAME:default}} or {@code ${NAME}} in resources and annotations, or in a call of
 * getenv.
 *
 * @param all every name
 * @param required those without a default
 */
record EnvironmentNames(Set<String> all, Set<String> required) {

  /** What the JVM itself reads, so that any service may be given it. */
  private static final Set<String> OF_THE_JVM =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "TZ");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?)");
  private static final Pattern CALL = Pattern.compile("getenv\\(\"([A-Z][A-Z0-9_]*)\"\\)");

  static EnvironmentNames of(String service) {
    Set<String> all = new TreeSet<>(OF_THE_JVM);
    Set<String> required = new TreeSet<>();
    for (String module : modules(service)) {
      for (Path file : Repository.files(Repository.path(module).resolve("src/main"))) {
        if (file.toString().matches(".*\\.(ya?ml|properties|java)")) {
          read(Repository.text(file), all, required);
        }
      }
    }
    return new EnvironmentNames(all, required);
  }

  private static void read(String text, Set<String> all, Set<String> required) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      all.add(placeholder.group(1));
      if (placeholder.group(2).isEmpty()) {
        required.add(placeholder.group(1));
      }
    }
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      all.add(call.group(1));
    }
  }

  /** The service's own module and those of our modules that its pom names. */
  private static List<String> modules(String service) {
    String pom = Repository.text(service + "/pom.xml");
    return Stream.of(service, "event-kernel", "platform/service", "platform/messaging")
        .filter(
            module ->
                module.equals(service)
                    || pom.contains("<artifactId>" + module.replace('/', '-') + "</artifactId>"))
        .toList();
  }
}
