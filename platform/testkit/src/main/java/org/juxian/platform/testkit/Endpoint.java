package org.juxian.platform.testkit;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.juxian.platform.service.web.IfMatch;
import org.juxian.platform.service.web.PageQuery;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One endpoint of a running service. */
record Endpoint(String method, String path, HandlerMethod handler) {

  /** Every endpoint that is ours, in order of path and method. */
  static List<Endpoint> all(ApplicationContext context) {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.juxian."))
        .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
        .sorted(java.util.Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  private static List<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(method -> new Endpoint(method, path, handler)))
        .toList();
  }

  /** The path with something in place of each variable. */
  String pathWith(String id) {
    return path.replaceAll("\\{[^/]+}", id);
  }

  /** The type of the JSON body, where one is read. */
  Optional<Class<?>> body() {
    return Arrays.stream(handler.getMethod().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .<Class<?>>map(Parameter::getType)
        .findFirst();
  }

  /** Whether it answers page by page. */
  boolean isPaged() {
    return Arrays.stream(handler.getMethod().getParameterTypes()).anyMatch(PageQuery.class::equals);
  }

  /** Whether it takes {@code If-Match}, be it that it must be given or may be. */
  boolean needsVersion() {
    return Arrays.stream(handler.getMethod().getGenericParameterTypes())
        .anyMatch(type -> type.getTypeName().contains(IfMatch.class.getName()));
  }

  /** Queries with a nonsensical value for each parameter. */
  List<String> badQueries() {
    return Arrays.stream(handler.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(MethodParameter::getParameter)
        .map(Parameter::getName)
        .flatMap(
            name ->
                Stream.of("%00", "%27%22%3C%7B%24", "x".repeat(300), "-1").map(v -> name + "=" + v))
        .toList();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
