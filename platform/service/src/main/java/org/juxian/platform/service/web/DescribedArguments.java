package org.juxian.platform.service.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.juxian.platform.service.security.Caller;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/** Describes the arguments that we resolve ourselves in the API's description. */
final class DescribedArguments implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    for (MethodParameter parameter : method.getMethodParameters()) {
      ResolvableType type = ResolvableType.forMethodParameter(parameter);
      Class<?> wanted = type.hasGenerics() ? type.getGeneric(0).resolve() : type.resolve();
      if (wanted == IfMatch.class || wanted == Caller.class) {
        // Where it may be left out, its Optional is taken for a query parameter.
        String name = parameter.getParameterName();
        parameters(operation).removeIf(one -> one.getName().equals(name));
      }
      if (wanted == IfMatch.class) {
        parameters(operation).add(ifMatch(!type.hasGenerics()));
      } else if (wanted == PageQuery.class) {
        parameters(operation).addAll(page());
      }
    }
    return operation;
  }

  private static Parameter ifMatch(boolean required) {
    return parameter("header", "If-Match", required, new StringSchema().example("\"3\""))
        .description("The ETag of what the caller has seen.");
  }

  private static List<Parameter> page() {
    Schema<?> limit = new IntegerSchema();
    limit.setMinimum(BigDecimal.ONE);
    limit.setMaximum(BigDecimal.valueOf(PageQuery.MOST));
    limit.setDefault(PageQuery.DEFAULT_LIMIT);
    return List.of(
        parameter("query", "cursor", false, new StringSchema())
            .description("The next of the page before."),
        parameter("query", "limit", false, limit));
  }

  private static Parameter parameter(String in, String name, boolean required, Schema<?> schema) {
    return new Parameter().in(in).name(name).required(required).schema(schema);
  }

  private static List<Parameter> parameters(Operation operation) {
    if (operation.getParameters() == null) {
      operation.setParameters(new ArrayList<>());
    }
    return operation.getParameters();
  }
}
