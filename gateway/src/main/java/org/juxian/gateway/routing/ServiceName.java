package org.juxian.gateway.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A service behind the gateway, and the paths that it answers. */
public enum ServiceName {
  IDENTITY(
      "/api/identity/**",
      "/oauth2/authorize",
      "/oauth2/token",
      "/oauth2/jwks",
      "/oauth2/revoke",
      "/.well-known/**"),
  REGISTRATION("/api/events/**", "/api/registrations/**", "/api/delegations/**"),
  FAIR("/api/fairs/**"),
  COMPETITION("/api/competitions/**"),
  FORUM("/api/forums/**"),
  NOTIFICATION("/api/notifications/**");

  /** Separated by spaces. */
  private final String own;

  ServiceName(String... own) {
    this.own = String.join(" ", own);
  }

  /** As in paths and settings. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Patterns of the paths that are passed on as they are. */
  List<String> paths() {
    return Stream.concat(
            Stream.of(own.split(" ", -1)), Stream.of("/api/operations/" + slug() + "/**"))
        .toList();
  }

  /** Where the gateway shows the service's description. */
  public String docsPath() {
    return "/api/docs/" + slug();
  }

  /** Its name for people, in the language of the problem that tells of it. */
  DefaultMessageSourceResolvable inPlainWords() {
    return new DefaultMessageSourceResolvable("service." + slug());
  }

  /** All of them, as the order is in the list of descriptions. */
  public static Stream<ServiceName> all() {
    return Arrays.stream(values());
  }
}
