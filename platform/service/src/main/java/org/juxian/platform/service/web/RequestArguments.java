package org.juxian.platform.service.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link IfMatch}, which may be optional, and {@link PageQuery} from a request. */
final class RequestArguments implements HandlerMethodArgumentResolver {

  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IfMatch.class
        || parameter.getParameterType() == PageQuery.class
        || isOptionalIfMatch(parameter);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (isOptionalIfMatch(parameter)) {
      return Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH))
          .map(RequestArguments::seen);
    }
    return parameter.getParameterType() == IfMatch.class ? ifMatch(request) : page(request);
  }

  private static boolean isOptionalIfMatch(MethodParameter parameter) {
    return parameter.getParameterType() == Optional.class
        && ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve() == IfMatch.class;
  }

  private static IfMatch ifMatch(NativeWebRequest request) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw Problem.of(428, "precondition-required");
    }
    return seen(header);
  }

  private static IfMatch seen(String header) {
    Matcher version = VERSION.matcher(header.trim());
    if (!version.matches()) {
      throw Problem.of(400, "invalid").field("If-Match", "if-match");
    }
    return new IfMatch(Long.parseLong(version.group(1)));
  }

  private static PageQuery page(NativeWebRequest request) {
    String cursor = request.getParameter("cursor");
    return new PageQuery(
        cursor == null || cursor.isEmpty()
            ? Optional.empty()
            : Optional.of(PageQuery.decode(cursor)),
        limit(request.getParameter("limit")));
  }

  private static int limit(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return PageQuery.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(given);
      if (limit >= 1 && limit <= PageQuery.MOST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // told below, like a number out of range
    }
    throw Problem.of(400, "invalid").field("limit", "range", 1, PageQuery.MOST);
  }
}
