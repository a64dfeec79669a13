package org.juxian.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has a request for a service carry its session's access token, renewed if it is time. While the
 * provider is away, reading goes on as long as it needs no sign-in; a change is refused honestly.
 */
final class RelayFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final Renewals renewals;
  private final InstantSource clock;
  private final ProblemWriter problems;

  RelayFilter(Sessions sessions, Renewals renewals, InstantSource clock, ProblemWriter problems) {
    this.sessions = sessions;
    this.renewals = renewals;
    this.clock = clock;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/api/")
        || path.startsWith("/api/session")
        || path.startsWith("/api/docs");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Session> session = sessions.of(request);
    if (session.isPresent() && !relay(session.get(), request, response)) {
      problems.write(request, response, Relay.notRenewed());
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean relay(Session session, HttpServletRequest request, HttpServletResponse response) {
    if (!session.isDue(clock.instant())) {
      Relay.use(session.accessToken(), request);
      return true;
    }
    return switch (renewals.renew(session)) {
      case Renewal.Renewed(Session next) -> {
        sessions.keep(next, request, response);
        Relay.use(next.accessToken(), request);
        yield true;
      }
      case Renewal.Refused() -> {
        sessions.end(request, response);
        yield true;
      }
      case Renewal.Away() -> goOn(session, request);
    };
  }

  private boolean goOn(Session session, HttpServletRequest request) {
    if (session.isValid(clock.instant())) {
      Relay.use(session.accessToken(), request);
      return true;
    }
    Relay.markNotRenewed(request);
    return SAFE.contains(request.getMethod());
  }
}
