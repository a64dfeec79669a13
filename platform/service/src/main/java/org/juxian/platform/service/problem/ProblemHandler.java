package org.juxian.platform.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/** Answers everything that goes wrong in a controller, or on the way to it, with a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  private final ProblemTexts texts;

  ProblemHandler(ProblemTexts texts) {
    this.texts = texts;
  }

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return answer(problem, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(RuntimeException unexpected, HttpServletRequest request) {
    log.error("{} failed", request.getMethod(), unexpected);
    return answer(Problem.of(500, "internal"), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException wrong) {
    return answer(Problem.of(400, "invalid").field(wrong.getName(), "type"), new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongParts(MultipartException wrong) {
    return answer(Problem.of(400, "unreadable"), new HttpHeaders());
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException wrong,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(bound(wrong), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException wrong,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = Problem.of(400, "invalid");
    wrong
        .getParameterValidationResults()
        .forEach(
            result ->
                result
                    .getResolvableErrors()
                    .forEach(
                        error ->
                            problem.field(
                                name(result.getMethodParameter().getParameterName()),
                                text(error.getDefaultMessage()))));
    return answer(problem, headers);
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        Problem.of(400, "invalid").field(missing.getParameterName(), "required"), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamConstraintsException || cause instanceof TooLargeException) {
        return answer(Problem.of(413, "too-large"), headers);
      }
      if (cause instanceof DatabindException binding && !binding.getPath().isEmpty()) {
        return answer(Problem.of(400, "invalid").field(JsonPaths.of(binding), "type"), headers);
      }
      if (cause instanceof InputCoercionException number) {
        return answer(Problem.of(400, "invalid").field(JsonPaths.of(number), "type"), headers);
      }
    }
    return answer(Problem.of(400, "unreadable"), headers);
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception wrong,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      log.error("A request failed", wrong);
    }
    return answer(Problem.of(status.value(), slug(status)), headers);
  }

  private static Problem bound(BindException wrong) {
    Problem problem = Problem.of(422, "invalid");
    wrong
        .getFieldErrors()
        .forEach(error -> problem.field(error.getField(), text(error.getDefaultMessage())));
    wrong.getGlobalErrors().forEach(error -> problem.field("", text(error.getDefaultMessage())));
    return problem;
  }

  private static String name(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }

  private static String text(@Nullable String message) {
    return message == null ? "type" : message;
  }

  private static String slug(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case NOT_FOUND -> "not-found";
      case METHOD_NOT_ALLOWED -> "method-not-allowed";
      case NOT_ACCEPTABLE -> "not-acceptable";
      case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
      case CONTENT_TOO_LARGE -> "too-large";
      case SERVICE_UNAVAILABLE -> "unavailable";
      case null, default -> status.is5xxServerError() ? "internal" : "bad-request";
    };
  }

  private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return texts.answer(problem, headers, LocaleContextHolder.getLocale());
  }
}
