package org.juxian.platform.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.service.web.Localized;
import org.juxian.platform.values.Text;

/** What a client can get wrong in a body, by the types of the record that reads it. */
final class BadInput {

  private static final String LONG = "x".repeat(20_000);
  private static final @Nullable Object[] NOTHING = {null};
  private static final BigInteger HUGE = BigInteger.TWO.pow(63);

  private final List<Case> cases = new ArrayList<>();

  private BadInput() {}

  /**
   * A body that is wrong in one place.
   *
   * @param field the path that the answer has to name; parts of it may be named instead
   */
  record Case(Object body, String field) {

    boolean isNamedBy(List<String> fields) {
      return fields.stream()
          .anyMatch(
              one ->
                  one.equals(field) || one.startsWith(field + "[") || one.startsWith(field + "."));
    }
  }

  /** One wrong body after another, each wrong in one field. */
  static List<Case> of(Class<?> body) {
    BadInput input = new BadInput();
    input.record(body, "", value -> value);
    return input.cases;
  }

  private void record(Class<?> type, String prefix, UnaryOperator<@Nullable Object> within) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = jsonName(component);
      UnaryOperator<@Nullable Object> inside =
          value -> within.apply(Collections.singletonMap(name, value));
      if (has(type, component, NotNull.class) || has(type, component, NotBlank.class)) {
        wrong(prefix + name, inside, NOTHING);
      }
      boolean localized = has(type, component, Localized.class);
      value(component.getType(), component.getGenericType(), localized, prefix + name, inside);
    }
  }

  private void value(
      Class<?> type,
      Type generic,
      boolean localized,
      String path,
      UnaryOperator<@Nullable Object> in) {
    if (type == String.class) {
      wrong(path, in, LONG, Map.of("a", 1));
    } else if (type == Text.class) {
      wrong(path, in, "text", List.of(1), Map.of("zh", List.of(), "en", "x"));
      if (localized) {
        wrong(path, in, Map.of(), Map.of("zh", "", "en", " "), Map.of("zh", LONG, "en", LONG));
      }
    } else if (type == Instant.class) {
      wrong(path, in, "yesterday", "2026-13-45T99:00:00Z", Map.of(), List.of(1));
    } else if (isNumber(type)) {
      wrong(path, in, "seven", HUGE, 1e99, -1e99, Map.of(), List.of(1));
    } else if (type == boolean.class || type == Boolean.class) {
      wrong(path, in, "perhaps", Map.of());
    } else if (type.isEnum()) {
      wrong(path, in, "no-such-value", Map.of());
    } else if (List.class.isAssignableFrom(type)) {
      list(generic, path, in);
    } else if (type.isRecord()) {
      wrong(path, in, "text", List.of(1), 7);
      record(type, path + ".", in);
    }
  }

  private void list(Type generic, String path, UnaryOperator<@Nullable Object> in) {
    wrong(path, in, "text", Map.of("a", 1), Collections.singletonList(null));
    Optional<Class<?>> element = element(generic);
    if (element.isPresent()) {
      value(
          element.get(),
          element.get(),
          false,
          path + "[0]",
          value -> in.apply(Collections.singletonList(value)));
    }
  }

  private void wrong(String path, UnaryOperator<@Nullable Object> in, @Nullable Object... values) {
    for (@Nullable Object value : values) {
      cases.add(new Case(Objects.requireNonNull(in.apply(value)), path));
    }
  }

  private static Optional<Class<?>> element(Type generic) {
    return generic instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> type
        ? Optional.of(type)
        : Optional.empty();
  }

  private static boolean isNumber(Class<?> type) {
    return type == int.class || type == long.class || type == Integer.class || type == Long.class;
  }

  private static boolean has(
      Class<?> type, RecordComponent component, Class<? extends Annotation> annotation) {
    try {
      Field field = type.getDeclaredField(component.getName());
      return field.isAnnotationPresent(annotation);
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String jsonName(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }
}
