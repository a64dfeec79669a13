package org.juxian.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses callers that ask for too much: 429 with {@code Retry-After} (RFC 6585) and the headers of
 * draft-ietf-httpapi-ratelimit-headers. A school or a hall stands behind one address, so addresses
 * are allowed far more than people.
 */
final class RateLimitFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> SIGNING_IN =
      Set.of("/api/identity/sign-in", "/api/identity/tokens", "/api/identity/me/addresses");

  private final Limits limits;
  private final Callers callers;
  private final ProblemWriter problems;
  private final MeterRegistry meters;

  RateLimitFilter(Limits limits, Callers callers, ProblemWriter problems, MeterRegistry meters) {
    this.limits = limits;
    this.callers = callers;
    this.problems = problems;
    this.meters = meters;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = Callers.address(request);
    Limits.Verdict verdict = limits.take(Limit.ADDRESS, address);
    if (verdict.allowed()) {
      verdict = own(request, address).orElse(verdict);
    }
    response.setHeader("RateLimit", state(verdict));
    if (verdict.allowed()) {
      chain.doFilter(request, response);
    } else {
      refuse(verdict, request, response);
    }
  }

  /** By what kind of request it is; reading without a sign-in has no limit of its own. */
  private Optional<Limits.Verdict> own(HttpServletRequest request, String address) {
    boolean writes = !SAFE.contains(request.getMethod());
    String path = request.getServletPath();
    if (writes && path.equals("/api/identity/codes")) {
      return Optional.of(limits.take(Limit.CODES, address));
    }
    if (writes && SIGNING_IN.contains(path)) {
      return Optional.of(limits.take(Limit.SIGN_INS, address));
    }
    Optional<String> person = callers.person(request);
    if (person.isPresent()) {
      Limit limit = writes ? Limit.PERSON_WRITES : Limit.PERSON_READS;
      return Optional.of(limits.take(limit, person.get()));
    }
    return writes ? Optional.of(limits.take(Limit.ANONYMOUS_WRITES, address)) : Optional.empty();
  }

  private void refuse(
      Limits.Verdict verdict, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Allowance allowance = limits.of(verdict.limit());
    meters.counter("juxian.gateway.limited", "limit", verdict.limit().slug()).increment();
    response.setHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d"
            .formatted(verdict.limit().slug(), allowance.amount(), allowance.time().toSeconds()));
    problems.write(
        request, response, Problem.of(429, "too-many-requests").retryAfter(verdict.pause()));
  }

  private static String state(Limits.Verdict verdict) {
    long seconds = verdict.pause().plusMillis(999).toSeconds();
    return "\"" + verdict.limit().slug() + "\";r=" + verdict.left() + ";t=" + seconds;
  }
}
