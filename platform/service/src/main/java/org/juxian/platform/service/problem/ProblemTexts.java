package org.juxian.platform.service.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Words a problem in the reader's language; the bundles are {@code problems_zh} and {@code
 * problems_en} of each service, then {@code shared-problems_…} where a module that several services
 * share brings them, then the platform's own.
 */
final class ProblemTexts {

  private static final String TYPE = "https://juxian.org/problems/";

  private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

  ProblemTexts() {
    texts.setBasenames("problems");
    if (ProblemTexts.class.getResource("/shared-problems_en.properties") != null) {
      texts.addBasenames("shared-problems");
    }
    texts.addBasenames("platform-problems");
    texts.setDefaultEncoding("UTF-8");
    texts.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    texts.setAlwaysUseMessageFormat(true);
  }

  ProblemDetail detail(Problem problem, Locale language) {
    ProblemDetail detail = ProblemDetail.forStatus(HttpStatusCode.valueOf(problem.status()));
    String slug = problem.slug();
    detail.setType(URI.create(TYPE + slug));
    detail.setTitle(text("problem." + slug + ".title", slug, problem.arguments(), language));
    String said = text("problem." + slug + ".detail", "", problem.arguments(), language);
    if (!said.isEmpty()) {
      detail.setDetail(said);
    }
    if (!problem.faults().isEmpty()) {
      detail.setProperty(
          "errors",
          problem.faults().stream()
              .map(
                  fault ->
                      new FieldError(
                          fault.field(),
                          text("field." + fault.code(), fault.code(), fault.arguments(), language)))
              .toList());
    }
    problem.members().forEach(detail::setProperty);
    return detail;
  }

  /** The whole answer. */
  ResponseEntity<Object> answer(Problem problem, HttpHeaders headers, Locale language) {
    HttpHeaders all = new HttpHeaders();
    all.putAll(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == 401) {
      all.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    problem.retryAfterSeconds().ifPresent(seconds -> all.set(HttpHeaders.RETRY_AFTER, seconds));
    return ResponseEntity.status(problem.status()).headers(all).body(detail(problem, language));
  }

  /** What stands in for a missing text is said as it is: it may have braces of its own. */
  private String text(String key, String otherwise, List<Object> arguments, Locale language) {
    String said = texts.getMessage(key, arguments.toArray(), null, language);
    return said == null ? otherwise : said;
  }
}
