package org.juxian.platform.service.problem;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says honestly that the database does not answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblems {

  private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

  private final ProblemTexts texts;

  DatabaseProblems(ProblemTexts texts) {
    this.texts = texts;
  }

  @ExceptionHandler
  ResponseEntity<Object> away(MongoException away) {
    log.warn("The database does not answer: {}", away.getClass().getSimpleName());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return texts.answer(Problem.of(503, "unavailable"), headers, LocaleContextHolder.getLocale());
  }
}
