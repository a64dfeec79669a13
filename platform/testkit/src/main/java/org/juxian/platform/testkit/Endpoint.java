package org.juxian.platform.testkit;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
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

  @Override
  public String toString() {
    return method + " " + path;
  }
}
