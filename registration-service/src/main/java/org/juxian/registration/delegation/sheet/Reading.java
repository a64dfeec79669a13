package org.juxian.registration.delegation.sheet;

import java.util.List;
import java.util.Map;

/**
 * What reading a list came to.
 *
 * @param rows how many rows there are below the head, blank ones left out
 * @param members those that are sound
 * @param headings the headings of name, phone and the questions, by field
 */
public record Reading(
    int rows, List<Member> members, Map<String, String> headings, List<RowFault> faults) {

  static Reading failed(RowFault fault) {
    return new Reading(0, List.of(), Map.of(), List.of(fault));
  }
}
