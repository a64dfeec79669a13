package org.juxian.platform.service.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller its {@link Caller}, or {@code Optional<Caller>} where anyone may call. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class || isOptional(parameter);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Optional<Caller> caller = CurrentCaller.get();
    return isOptional(parameter)
        ? caller
        : caller.orElseThrow(() -> Problem.of(401, "sign-in-needed"));
  }

  private static boolean isOptional(MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve() == Caller.class;
  }
}
