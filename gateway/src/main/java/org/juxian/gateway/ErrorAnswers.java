package org.juxian.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.juxian.platform.service.problem.ProblemWriter;
import org.juxian.platform.service.security.AllowedTo;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Words what the server itself refuses (unclean paths, unknown methods) as a problem. */
@Controller
@AllowedTo(anyone = true)
class ErrorAnswers implements ErrorController {

  private static final int INTERNAL = 500;

  private final ProblemWriter problems;

  ErrorAnswers(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    problems.write(request, response, status, slug(status));
  }

  private static String slug(int status) {
    return switch (status) {
      case 403 -> "not-allowed";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "too-large";
      case 415 -> "unsupported-media-type";
      case 503 -> "unavailable";
      default -> status >= INTERNAL ? "internal" : "bad-request";
    };
  }
}
