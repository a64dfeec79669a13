package org.juxian.platform.service.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller from the token that Spring Security has verified. */
public final class CurrentCaller {

  private CurrentCaller() {}

  /** The signed-in person, or nobody. */
  public static Optional<Caller> get() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        ? Optional.of(from(token.getToken()))
        : Optional.empty();
  }

  private static Caller from(Jwt token) {
    String name = token.getClaimAsString("name");
    List<String> grants = token.getClaimAsStringList("grants");
    return new Caller(
        token.getSubject(),
        name == null ? "" : name,
        "en".equals(token.getClaimAsString("lang")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
        grants == null ? Set.of() : Set.copyOf(grants));
  }
}
