package org.juxian.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.juxian.gateway.PublicAddress;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing that a request meets: finds out who asks, takes away what only the gateway may
 * say, leads browsers to the name that people were told, and keeps {@code /actuator} for those
 * inside.
 */
final class EdgeFilter extends OncePerRequestFilter {

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final Pattern PROBE = Pattern.compile("/actuator/health(/liveness|/readiness)?");

  private final ClientAddress clients;
  private final Networks insiders;
  private final PublicAddress address;
  private final ProblemWriter problems;
  private final OtherName otherName;

  EdgeFilter(
      ClientAddress clients, Networks insiders, PublicAddress address, ProblemWriter problems) {
    this.clients = clients;
    this.insiders = insiders;
    this.address = address;
    this.problems = problems;
    this.otherName = new OtherName(address);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    EdgeRequest seen = new EdgeRequest(request, clients.of(request), address);
    String query = request.getQueryString();
    if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
      problems.write(seen, response, 400, "bad-request");
    } else if (isHidden(request)) {
      problems.write(seen, response, 404, "not-found");
    } else {
      Optional<String> elsewhere = otherName.canonical(request);
      if (elsewhere.isPresent()) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.sendRedirect(elsewhere.get());
      } else {
        chain.doFilter(seen, response);
      }
    }
  }

  /**
   * A proxy's address may well be a private one, so a request that came through a proxy is an
   * outsider's whatever its address. Probes are for all: a node's address may be a public one.
   */
  private boolean isHidden(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean guarded = path.equals("/actuator") || path.startsWith("/actuator/");
    return guarded
        && !PROBE.matcher(path).matches()
        && (!insiders.contain(request.getRemoteAddr()) || cameThroughProxy(request));
  }

  private static boolean cameThroughProxy(HttpServletRequest request) {
    return request.getHeader("X-Forwarded-For") != null
        || request.getHeader("Forwarded") != null
        || request.getHeader("X-Real-IP") != null
        || request.getHeader("Via") != null;
  }
}
