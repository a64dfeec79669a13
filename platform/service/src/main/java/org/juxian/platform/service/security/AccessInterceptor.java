package org.juxian.platform.service.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.juxian.platform.service.problem.Problem;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses every call that the endpoint's {@link AllowedTo} does not allow: deny by default. */
final class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOurs(method)) {
      check(rule(method));
    }
    return true;
  }

  private static void check(Optional<AllowedTo> rule) {
    if (rule.map(AllowedTo::anyone).orElse(false)) {
      return;
    }
    Caller caller = CurrentCaller.get().orElseThrow(() -> Problem.of(401, "sign-in-needed"));
    boolean allowed =
        rule.map(
                one ->
                    one.signedIn()
                        || caller.isAdministrator()
                        || Arrays.stream(one.roles()).anyMatch(caller::hasRole))
            .orElse(false);
    if (!allowed) {
      throw Problem.of(403, "not-allowed");
    }
  }

  /** The rule of an endpoint: the method's own, else its controller's. */
  static Optional<AllowedTo> rule(HandlerMethod method) {
    AllowedTo own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
    return Optional.ofNullable(own)
        .or(
            () ->
                Optional.ofNullable(
                    AnnotatedElementUtils.findMergedAnnotation(
                        method.getBeanType(), AllowedTo.class)));
  }

  /**
   * Libraries bring endpoints of their own (health, API description), which the filter chain
   * guards.
   */
  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("org.juxian.");
  }
}
