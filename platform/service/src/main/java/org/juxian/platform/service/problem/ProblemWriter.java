package org.juxian.platform.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from a place where no controller is: filters and entry points. */
public final class ProblemWriter {

  private final ProblemTexts texts;
  private final JsonMapper json;

  ProblemWriter(ProblemTexts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** Answers with a problem that has no arguments. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, int status, String slug)
      throws IOException {
    write(request, response, Problem.of(status, slug));
  }

  /** Answers with the problem, in a language that the request accepts. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    ProblemDetail detail = texts.detail(problem, Languages.of(request));
    response.setStatus(problem.status());
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(detail));
  }

  /** The two languages, and which of them a request prefers. */
  static final class Languages {

    private Languages() {}

    static Locale of(HttpServletRequest request) {
      String accepted = request.getHeader("Accept-Language");
      if (accepted == null) {
        return Locale.SIMPLIFIED_CHINESE;
      }
      try {
        Locale best =
            Locale.lookup(
                Locale.LanguageRange.parse(accepted),
                java.util.List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
      } catch (IllegalArgumentException malformed) {
        return Locale.SIMPLIFIED_CHINESE;
      }
    }
  }
}
