package org.juxian.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a problem where the provider would have the container show an error page: for an
 * authorization request that names no client of ours, there is nobody to send the browser back to.
 */
final class ErrorsAsProblems extends OncePerRequestFilter {

  private final ProblemWriter problems;

  ErrorsAsProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        request,
        new HttpServletResponseWrapper(response) {
          @Override
          public void sendError(int status) throws IOException {
            problems.write(request, response, status, slug(status));
          }

          @Override
          public void sendError(int status, String message) throws IOException {
            sendError(status);
          }
        });
  }

  private static String slug(int status) {
    return switch (status) {
      case 401 -> "sign-in-needed";
      case 403 -> "not-allowed";
      case 404 -> "not-found";
      default -> status >= 500 ? "internal" : "bad-request";
    };
  }
}
