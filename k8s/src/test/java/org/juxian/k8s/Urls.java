package org.juxian.k8s;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the addresses within a deployment that settings name: hosts without a dot in their names.
 */
final class Urls {

  /** Who is called, and where. */
  record HostAndPort(String host, int port) {}

  private static final Pattern INSIDE =
      Pattern.compile("(?<![\\w.@-])([a-z][a-z0-9-]*):(\\d{2,5})(?![\\w.])");

  private Urls() {}

  /**
   * The first address in a setting that nobody serves. Other machines and this one are not asked.
   */
  static Optional<String> unreachable(String setting, Predicate<HostAndPort> served) {
    Matcher address = INSIDE.matcher(setting);
    while (address.find()) {
      String host = address.group(1);
      if (!host.equals("localhost")
          && !served.test(new HostAndPort(host, Integer.parseInt(address.group(2))))) {
        return Optional.of(address.group());
      }
    }
    return Optional.empty();
  }
}
