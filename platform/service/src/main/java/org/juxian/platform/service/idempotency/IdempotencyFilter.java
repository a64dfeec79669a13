package org.juxian.platform.service.idempotency;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.types.Binary;
import org.juxian.platform.service.idempotency.KeptAnswers.Answer;
import org.juxian.platform.service.idempotency.KeptAnswers.Claim;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.service.problem.ProblemWriter;
import org.juxian.platform.service.security.Caller;
import org.juxian.platform.service.security.CurrentCaller;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Answers a repeated POST with the same {@code Idempotency-Key} as the first time, for 24 hours.
 * While the first is being handled the answer is 409; for another body 422. What failed for a
 * passing reason (5xx, 429) is not kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final KeptAnswers answers;
  private final ProblemWriter problems;
  private final List<PathPattern> keptElsewhere;

  /**
   * @param keptElsewhere paths whose controllers keep the promise themselves
   */
  IdempotencyFilter(KeptAnswers answers, ProblemWriter problems, List<PathPattern> keptElsewhere) {
    this.answers = answers;
    this.problems = problems;
    this.keptElsewhere = List.copyOf(keptElsewhere);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || String.valueOf(request.getContentType()).startsWith("multipart/")
        || isKeptElsewhere(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = CurrentCaller.get();
    String key = request.getHeader(HEADER);
    if (!KEY.matcher(key).matches()) {
      problems.write(
          request, response, Problem.of(400, "invalid").field(HEADER, "idempotency-key"));
      return;
    }
    if (caller.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    RepeatableRequest repeatable = new RepeatableRequest(request);
    String id =
        hash(
            (caller.get().personId() + "\n" + request.getRequestURI() + "\n" + key)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    try {
      answer(id, answers.claim(id, hash(repeatable.body())), repeatable, response, chain);
    } catch (MongoException away) {
      problems.write(
          request, response, Problem.of(503, "unavailable").retryAfter(Duration.ofSeconds(5)));
    }
  }

  private void answer(
      String id,
      Claim claim,
      RepeatableRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    switch (claim) {
      case Claim.Mine() -> handle(id, request, response, chain);
      case Claim.InFlight() -> problems.write(request, response, 409, "idempotency-in-flight");
      case Claim.Mismatch() -> problems.write(request, response, 422, "idempotency-mismatch");
      case Claim.Answered(Answer answer) -> replay(answer, response);
    }
  }

  private boolean isKeptElsewhere(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return keptElsewhere.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private void handle(
      String id, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, answer);
      if (answer.getStatus() < 500 && answer.getStatus() != 429) {
        answers.keep(
            id,
            new Answer(
                answer.getStatus(), headers(answer), new Binary(answer.getContentAsByteArray())));
        kept = true;
      }
    } finally {
      if (!kept) {
        answers.forget(id);
      }
      answer.copyBodyToResponse();
    }
  }

  private static Map<String, String> headers(HttpServletResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : new String[] {"Location", "ETag"}) {
      String value = response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    if (response.getContentType() != null) {
      headers.put("Content-Type", response.getContentType());
    }
    return headers;
  }

  private static void replay(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("Idempotency-Replayed", "true");
    response.getOutputStream().write(answer.body().getData());
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
