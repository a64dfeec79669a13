package org.juxian.platform.service.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem to answer with (RFC 9457). Its texts come from the message bundles, in the reader's
 * language: the title from {@code problem.<slug>.title}, the detail from {@code
 * problem.<slug>.detail} with the arguments.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A field of the request and what is wrong with it; {@code code} names a text, {@code
   * field.<code>}.
   */
  record FieldFault(String field, String code, List<Object> arguments) {}

  private final int status;
  private final String slug;
  private final transient List<Object> arguments;
  private final transient List<FieldFault> faults = new ArrayList<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;

  private Problem(int status, String slug, List<Object> arguments) {
    super(slug, null, false, false);
    this.status = status;
    this.slug = slug;
    this.arguments = arguments;
  }

  /**
   * A problem.
   *
   * @param status the HTTP status
   * @param slug the last part of its {@code type}, the same for ever
   * @param arguments what its detail tells, {@code {0}} and so on
   */
  public static Problem of(int status, String slug, Object... arguments) {
    return new Problem(status, slug, List.of(arguments));
  }

  /** Something that does not exist, or that the caller may not know of. */
  public static Problem notFound() {
    return of(404, "not-found");
  }

  /** A request with a wrong field; {@code code} names its text, {@code field.<code>}. */
  public static Problem invalid(String field, String code, Object... arguments) {
    return of(422, "invalid").field(field, code, arguments);
  }

  /** Names a field as the cause. */
  public Problem field(String field, String code, Object... codeArguments) {
    faults.add(new FieldFault(field, code, List.of(codeArguments)));
    return this;
  }

  /** Adds a member for programs to read. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /**
   * Says when the same request may succeed: {@code Retry-After}, in whole seconds, at least one.
   */
  public Problem retryAfter(Duration wait) {
    retryAfter = wait;
    return this;
  }

  public int status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  List<Object> arguments() {
    return arguments;
  }

  List<FieldFault> faults() {
    return faults;
  }

  /** The value of {@code Retry-After}, where there is one. */
  Optional<String> retryAfterSeconds() {
    return Optional.ofNullable(retryAfter)
        .map(wait -> Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  Map<String, Object> members() {
    return members;
  }
}
