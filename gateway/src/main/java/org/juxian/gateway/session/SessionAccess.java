package org.juxian.gateway.session;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What other parts of the gateway may know of sessions. */
public final class SessionAccess {

  private final Sessions sessions;
  private final RelayFilter relay;

  SessionAccess(Sessions sessions, RelayFilter relay) {
    this.sessions = sessions;
    this.relay = relay;
  }

  /** Whose session the browser shows; nobody's if there is none. */
  public Optional<String> personId(HttpServletRequest request) {
    return sessions.of(request).map(session -> session.person().personId());
  }

  /** Has requests for services carry their session's token. */
  public Filter relay() {
    return relay;
  }
}
