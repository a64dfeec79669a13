package org.juxian.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a request breaks, and where.
 *
 * @param field the path in the request, such as {@code ticketTypes[0].closesAt}
 * @param code which rule, the same for ever; names the text that people read
 * @param arguments what the text tells; a {@link org.juxian.platform.values.Text} is shown in the
 *     reader's language
 */
public record Fault(String field, String code, List<Object> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  public static Fault of(String field, String code, Object... arguments) {
    return new Fault(field, code, List.of(arguments));
  }

  /**
   * Checks the ids that a request gives to the items of a list: only ids that the list has already
   * are allowed; new items come without.
   *
   * @param list the list's path, such as {@code ticketTypes}
   * @param given the item's ids in order, null where it is new
   * @param known those that are there
   */
  public static List<Fault> ofUnknownIds(
      String list, List<@Nullable String> given, Set<String> known) {
    return java.util.stream.IntStream.range(0, given.size())
        .filter(at -> isUnknown(given.get(at), known))
        .mapToObj(at -> of(list + "[" + at + "].id", "unknown-id"))
        .toList();
  }

  private static boolean isUnknown(@Nullable String id, Set<String> known) {
    return id != null && !known.contains(id);
  }
}
