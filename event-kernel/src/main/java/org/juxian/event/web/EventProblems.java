package org.juxian.event.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Decision;
import org.juxian.event.Fault;
import org.juxian.event.Refusal;
import org.juxian.platform.service.problem.Problem;
import org.juxian.platform.values.Text;
import org.springframework.context.i18n.LocaleContextHolder;

/** Turns refusals into problems. Their texts are in {@code shared-problems_zh} and {@code _en}. */
public final class EventProblems {

  private EventProblems() {}

  /** The problem that a refusal is answered with: 409, or 422 for broken rules. */
  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Cancelled() -> Problem.of(409, "event-cancelled");
      case Refusal.AlreadyPublished() -> Problem.of(409, "already-published");
      case Refusal.Over() -> Problem.of(409, "event-over");
      case Refusal.Invalid(var faults) -> of(faults);
    };
  }

  /** The accepted decision, or its refusal as the problem that is thrown. */
  public static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused(var why) -> throw of(why);
    };
  }

  /** 422 with each fault at its field. */
  public static Problem of(List<Fault> faults) {
    Problem problem = Problem.of(422, "invalid");
    for (Fault fault : faults) {
      problem.field(fault.field(), fault.code(), arguments(fault.arguments()));
    }
    return problem;
  }

  /**
   * Passes if there is no fault.
   *
   * @throws Problem 422
   */
  public static void check(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw of(faults);
    }
  }

  /** The ids that a request gives to the items of a list, for {@link Fault#ofUnknownIds}. */
  public static <T> List<@Nullable String> ids(
      Collection<T> items, Function<T, @Nullable String> id) {
    List<@Nullable String> ids = new ArrayList<>(items.size());
    for (T item : items) {
      ids.add(id.apply(item));
    }
    return ids;
  }

  /** Arguments of a problem's text, those in two languages in the reader's. */
  public static Object[] arguments(List<Object> arguments) {
    Locale language = LocaleContextHolder.getLocale();
    return arguments.stream()
        .map(argument -> argument instanceof Text text ? text.in(language) : argument)
        .toArray();
  }
}
